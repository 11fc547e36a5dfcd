package dev.dovetail.http.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.jetty.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ManagementTest {
    private final AtomicReference<String> database = new AtomicReference<>();
    private final AtomicReference<String> broker = new AtomicReference<>();
    private final Management management = Management.builder()
            .needs("database", () -> Optional.ofNullable(database.get()))
            .watches("broker", () -> Optional.ofNullable(broker.get()))
            .metrics(() -> "requests_total 3\n")
            .info("version", "1.2")
            .build();

    private static HttpResponse<String> send(Management management, String method, String path) throws Exception {
        try (HttpServer server = HttpServer.start(management)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(management, "GET", path);
    }

    @Test
    void isReadyWhileAllThatItNeedsIsWell() throws Exception {
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualToIgnoringWhitespace("""
                        {"status":"UP","checks":{"database":{"status":"UP"},"broker":{"status":"UP"}}}""");
        assertThat(ready.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void isReadyWithoutWhatIsOnlyWatched() throws Exception {
        broker.set("away since noon");
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"detail\":\"away since noon\"");
    }

    @Test
    void isNotReadyWithoutWhatItNeedsButLive() throws Exception {
        database.set("gone");
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void takesACheckThatThrowsForAFaultAndTellsNoSecrets() throws Exception {
        Management failing = Management.builder()
                .needs("store", () -> {
                    throw Errors.technical(ErrorKind.STORE_UNAVAILABLE, "password s3cret refused", null);
                })
                .needs("code", () -> {
                    throw new IllegalStateException("s3cret");
                })
                .build();
        HttpResponse<String> ready = send(failing, "GET", "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("STORE_UNAVAILABLE").doesNotContain("s3cret");
    }

    @Test
    void tellsMetricsAndInfo() throws Exception {
        HttpResponse<String> metrics = get("/metrics");
        assertThat(metrics.body()).isEqualTo("requests_total 3\n");
        assertThat(metrics.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(get("/info").body()).isEqualToIgnoringWhitespace("{\"version\":\"1.2\"}");
        assertThat(send(Management.builder().build(), "GET", "/metrics").statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyTells() throws Exception {
        HttpResponse<String> posted = send(management, "POST", "/health/live");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }
}
