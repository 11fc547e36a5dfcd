package dev.dovetail.examples.equipment;

import dev.dovetail.examples.equipment.server.EquipmentServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server over some store, with tokens of several tenants, and what asks it. */
final class Served implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The stores that the server runs on. */
    enum Kind {
        MEMORY,
        FILES,
        H2,
        POSTGRESQL
    }

    private final EquipmentServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Served(EquipmentServer server) {
        this.server = server;
    }

    /** Starts a server over an empty store; what it writes is below a folder. */
    static Served over(Kind kind, Path folder) {
        String db = switch (kind) {
            case MEMORY -> "mem";
            case FILES -> "files:" + folder.resolve("files");
            case H2 -> "h2:" + folder.resolve("h2");
            case POSTGRESQL -> Postgres.newDatabase();
        };
        return new Served(EquipmentServer.start(
                new PrintWriter(Writer.nullWriter()),
                "--port=0",
                "--db=" + db,
                "--token=lab=lab",
                "--token=a=lab-a",
                "--token=b=lab-b",
                "--token=other=other",
                "--token=blind=lab-a:#,!instruments.*.secret",
                "--token=reader=lab-a:*.read,*.*.read"));
    }

    record Answer(int status, String body, HttpResponse<String> whole) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        /** Returns pointer and code of each violation. */
        List<String> violations() {
            return json().get("violations")
                    .valueStream()
                    .map(one -> one.get("pointer").asString() + " "
                            + one.get("code").asString())
                    .toList();
        }
    }

    Answer send(String token, String method, String path, String body, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : server.url() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path) {
        return send("a", "GET", path, "");
    }

    Answer post(String path, String body) {
        return send("a", "POST", path, body.replace('\'', '"'));
    }

    Answer put(String path, String body) {
        return send("a", "PUT", path, body.replace('\'', '"'));
    }

    Answer delete(String path) {
        return send("a", "DELETE", path, "");
    }

    /** Creates an object and returns the path of it below the root. */
    String created(String path, String body) {
        Answer answer = post(path, body);
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.header("Location").substring(server.url().length());
    }

    @Override
    public void close() {
        server.close();
    }

    /** A PostgreSQL that the tests bring along. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                Files.createDirectories(Path.of("target"));
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String newDatabase() {
            String name = "equipment_" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return "postgresql://postgres:postgres@localhost:" + SERVER.getPort() + "/" + name;
        }
    }
}
