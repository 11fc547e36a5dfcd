package dev.dovetail.examples.telephony.testing;

import dev.dovetail.examples.telephony.coverage.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks the server. Immutable and thread-safe. */
public final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;
    private final Map<String, String> headers;

    private Client(String root, Map<String, String> headers) {
        this.root = root;
        this.headers = headers;
    }

    /** Returns a client of the API under a URL. */
    public static Client of(String root) {
        return new Client(root, Map.of());
    }

    /** Returns this client with a header. */
    public Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(root, more);
    }

    /** Returns this client with a token. */
    public Client token(String token) {
        return with("X-Auth-Token", token);
    }

    /** Returns this client working in a tenant. */
    public Client in(Object tenant) {
        return with("Wazo-Tenant", tenant.toString());
    }

    /** Returns the URL of a path. */
    public String url(String path) {
        return root + path;
    }

    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Reply post(String path, JsonNode body) {
        return send("POST", path, body.toString());
    }

    public Reply put(String path, JsonNode body) {
        return send("PUT", path, body.toString());
    }

    /** Puts without a body. */
    public Reply put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    public Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Reply send(String method, String path, String body) {
        return send(method, path, body, BodyPublishers.ofString(body));
    }

    /** Sends a request with whatever body. */
    public Reply send(String method, String path, BodyPublisher body) {
        return send(method, path, "", body);
    }

    private Reply send(String method, String path, String text, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Evidence.current().answered(method, path, text, response.statusCode(), response.body());
            return new Reply(method + " " + path, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
