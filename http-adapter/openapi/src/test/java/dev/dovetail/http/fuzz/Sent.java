package dev.dovetail.http.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is a request that can be broken, piece by piece. Not thread-safe. */
final class Sent {
    final Operation operation;
    final Map<String, String> headers = new LinkedHashMap<>();
    String method;
    String path;
    String query = "";
    byte @Nullable [] body;

    Sent(Operation operation, String path) {
        this.operation = operation;
        this.method = operation.method();
        this.path = path;
    }

    void query(String name, String value) {
        query += (query.isEmpty() ? "?" : "&") + name + "=" + value;
    }

    /** Returns method, path with query, and body, without headers. */
    String line() {
        return method + " " + path + query + " " + text();
    }

    private String text() {
        byte[] sent = body;
        return sent == null ? "" : new String(sent, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        String text = text();
        return method + " " + path + query + " " + headers + " "
                + (text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text);
    }
}
