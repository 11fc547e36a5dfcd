package dev.dovetail.examples.quickstart;

import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.access.StaticTokens;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.plugin.PluginRegistry;
import java.io.IOException;

/** The application of {@link Directory} served over HTTP. Takes the port as an argument; any free one without. */
public final class OverHttp implements AutoCloseable {
    private final PluginRegistry registry;
    private final HttpServer server;

    private OverHttp(PluginRegistry registry, HttpServer server) {
        this.registry = registry;
        this.server = server;
    }

    static OverHttp start(int port) throws IOException {
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(Directory.PLUGINS)
                .load();
        HttpApi api = HttpApi.of(registry)
                .tokens(StaticTokens.builder()
                        .token("s3cret", "admin", null, "#")
                        .build())
                .build();
        return new OverHttp(registry, HttpServer.builder().port(port).start(api));
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        registry.close();
    }

    public static void main(String[] args) throws IOException {
        OverHttp application = start(args.length == 0 ? 0 : Integer.parseInt(args[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));
        String curl = "curl -H 'Authorization: Bearer s3cret' " + application.url();
        System.out.println(curl + "/lines -d '{\"number\": \"1001\"}'");
        System.out.println(curl + "/lines");
    }
}
