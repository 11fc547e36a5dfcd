package dev.dovetail.http.sample;

import dev.dovetail.dao.Store;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.access.StaticTokens;
import dev.dovetail.http.access.Tenants;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.stream.EventStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Serves the sample at a free port, and sends requests to it, with the token of "acme" unless told otherwise. */
public final class SampleServer implements AutoCloseable {
    public static final String TOKEN = "acme-token";
    public static final String CHILD_TOKEN = "child-token";
    public static final String OTHER_TOKEN = "other-token";
    public static final String READER_TOKEN = "reader-token";
    public static final String LISTENER_TOKEN = "listener-token";

    private final PluginRegistry registry;
    private final HttpApi api;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private SampleServer(PluginRegistry registry, HttpApi api, HttpServer server) {
        this.registry = registry;
        this.api = api;
        this.server = server;
    }

    public static SampleServer start(Stores store) {
        return start(store, UnaryOperator.identity());
    }

    public static SampleServer start(Stores store, UnaryOperator<HttpApi.Builder> options) {
        return start(store, registry -> registry.plugins(Sample.plugins()), options);
    }

    /** Serves other plugins than those of the sample. */
    public static SampleServer start(
            Stores store, UnaryOperator<PluginRegistry.Builder> plugins, UnaryOperator<HttpApi.Builder> options) {
        return start(store, plugins, (opened, api) -> options.apply(api));
    }

    /** Serves the sample with a stream of its events, of which it keeps some hundred. */
    public static SampleServer streaming(
            Stores store, BiFunction<EventStream, HttpApi.Builder, HttpApi.Builder> options) {
        AtomicReference<EventStream> stream = new AtomicReference<>();
        return start(
                store,
                (opened, registry) -> {
                    stream.set(EventStream.builder(opened, JacksonCodec.create())
                            .kept(200)
                            .build());
                    return registry.plugins(Sample.plugins()).stream(stream.get());
                },
                (opened, api) -> options.apply(stream.get(), api));
    }

    /** Serves other plugins than those of the sample, with options that need the store. */
    public static SampleServer start(
            Stores store,
            UnaryOperator<PluginRegistry.Builder> plugins,
            BiFunction<Store, HttpApi.Builder, HttpApi.Builder> options) {
        return start(store, (opened, registry) -> plugins.apply(registry), options);
    }

    private static SampleServer start(
            Stores store,
            BiFunction<Store, PluginRegistry.Builder, PluginRegistry.Builder> plugins,
            BiFunction<Store, HttpApi.Builder, HttpApi.Builder> options) {
        Store opened = store.open();
        PluginRegistry registry =
                plugins.apply(opened, PluginRegistry.on(opened)).load();
        HttpApi.Builder builder = HttpApi.of(registry)
                .tokens(StaticTokens.builder()
                        .token(TOKEN, "ann", "acme", "#")
                        .token(CHILD_TOKEN, "bob", "acme-child", "#")
                        .token(OTHER_TOKEN, "eve", "other", "#")
                        .token(READER_TOKEN, "joe", "acme", "phones.#.read", "!phones.2.read")
                        .token(LISTENER_TOKEN, "lis", "acme", "events.read", "events.phone_created.read")
                        .build())
                .tenants(Tenants.builder()
                        .tenant("acme")
                        .tenant("acme-child", "acme")
                        .tenant("other")
                        .build());
        HttpApi api = options.apply(opened, builder).build();
        try {
            return new SampleServer(registry, api, HttpServer.start(api));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PluginRegistry registry() {
        return registry;
    }

    public HttpApi api() {
        return api;
    }

    public String url() {
        return server.url();
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /** Creates a phone that has to be sound, and returns its id. */
    public int phone(String body, String... headers) {
        Answer answer = post("/phones", body, headers);
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.json().get("id").asInt();
    }

    /** Creates a team, and returns its code. */
    public String team(String code, String... headers) {
        Answer answer = post("/teams", "{\"code\": \"" + code + "\", \"title\": \"Team\"}", headers);
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return code;
    }

    /** Sends a request; {@code headers} are names and values, the token among them replaces the usual one. */
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(method, path, body).setHeader("Authorization", "Bearer " + TOKEN);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Listens to events; {@code headers} are names and values. */
    public Listener listen(String query, String token, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return Listener.open(url() + "/events" + query, all);
    }

    /** Sends a request without a token. */
    public Answer sendAnonymously(String method, String path) {
        return send(request(method, path, null));
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return HttpRequest.newBuilder(URI.create(server.url() + path)).method(method, publisher);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        registry.close();
    }
}
