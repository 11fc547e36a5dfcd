package dev.dovetail.http.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to server-sent events, as the HTML standard has it, section 9.2.6. */
public final class Listener implements AutoCloseable {
    /** The stream has ended. */
    public static final Block END = new Block("", "", "end");

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Block> heard = new LinkedBlockingQueue<>();

    /** Holds a block of fields, each the empty text if it is not there. */
    public record Block(String id, String event, String data) {
        public JsonNode json() {
            return MAPPER.readTree(data);
        }

        /** Returns type and subject. */
        public String told() {
            return json().get("type").asString() + " " + json().get("subject").asString();
        }
    }

    private Listener(HttpResponse<InputStream> response) {
        this.response = response;
        Thread reads = new Thread(this::read, "listener");
        reads.setDaemon(true);
        reads.start();
    }

    /** Opens a stream; {@code headers} are names and values. */
    public static Listener open(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Listener(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<?> response() {
        return response;
    }

    private void read() {
        String id = "";
        String event = "";
        List<String> data = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    heard.add(new Block(id, event, String.join("\n", data)));
                    id = "";
                    event = "";
                    data.clear();
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.add(line.substring(6));
                }
            }
            heard.add(END);
        } catch (IOException e) {
            heard.add(new Block("", "", "broken off"));
        }
    }

    /** Returns the next block, whatever it tells. */
    public Block next() {
        try {
            Block next = heard.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was heard");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the next event, or the end. */
    public Block event() {
        Block next = next();
        while (next.data().isEmpty()) {
            next = next();
        }
        return next;
    }

    /** Returns what is told of the next events. */
    public List<String> told(int many) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            told.add(event().told());
        }
        return told;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
