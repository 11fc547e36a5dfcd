package dev.dovetail.examples.telephony.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the system daemon: records what it is asked, and fails while it is told to. */
public final class StandInSysconfd {
    private final HttpServer server;
    private final Journal journal;
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    StandInSysconfd(Journal journal) {
        this.journal = journal;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Makes it fail every request, or do its work again. */
    public void failing(boolean fails) {
        failing = fails;
    }

    /** Returns what it was asked while it failed. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        if (!body.isEmpty()) {
            JsonNode json = JsonMapper.shared().readTree(body);
            String[] commands =
                    json.path("ipbx").valueStream().map(JsonNode::stringValue).toArray(String[]::new);
            line = json.size() == 1 && commands.length > 0 ? Journal.reload(commands) : line + " " + body;
        }
        if (failing) {
            refused.add(line);
        } else {
            journal.add(line);
        }
        exchange.sendResponseHeaders(failing ? 500 : 200, -1);
        exchange.close();
    }
}
