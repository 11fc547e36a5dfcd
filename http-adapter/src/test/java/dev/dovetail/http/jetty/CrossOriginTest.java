package dev.dovetail.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CrossOriginTest {
    private static final String CONSOLE = "https://console.example";

    private final SampleServer sample = SampleServer.start(Stores.MEMORY);
    private HttpServer server;

    @AfterEach
    void close() {
        server.close();
        sample.close();
    }

    private void serve(HttpServerBuilder builder) throws IOException {
        server = builder.start(sample.api());
    }

    private void serve(CrossOrigin crossOrigin) throws IOException {
        serve(HttpServer.builder().crossOrigin(crossOrigin));
    }

    private String send(String method, String path, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return RawClient.exchange(
                server.port(), method + " " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + lines + "\r\n");
    }

    private static Optional<String> header(String answer, String name) {
        return Arrays.stream(answer.split("\r\n\r\n", 2)[0].split("\r\n"))
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    private static List<String> list(String answer, String name) {
        return List.of(header(answer, name).orElse("").split(", ?"));
    }

    private String preflight(String origin, String method) {
        return send("OPTIONS", "/phones/1", "Origin: " + origin, "Access-Control-Request-Method: " + method);
    }

    @Test
    void letsNoOriginInUnlessDeclared() throws IOException {
        serve(HttpServer.builder());
        assertThat(preflight(CONSOLE, "PUT")).doesNotContainIgnoringCase("access-control");
        assertThat(send("GET", "/phones", "Origin: " + CONSOLE)).doesNotContainIgnoringCase("access-control");
    }

    @Test
    void answersWhatBrowsersAskBeforehandWithoutAToken() throws IOException {
        serve(CrossOrigin.of(CONSOLE).headers("Tenant"));
        String answer = preflight(CONSOLE, "PUT");
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(header(answer, "access-control-allow-origin")).contains(CONSOLE);
        assertThat(list(answer, "access-control-allow-methods"))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
        assertThat(list(answer, "access-control-allow-headers"))
                .contains("Authorization", "Content-Type", "If-Match", "Idempotency-Key", "Tenant");
        assertThat(header(answer, "access-control-max-age")).contains("600");
        assertThat(header(answer, "access-control-allow-credentials")).isEmpty();
        assertThat(list(answer, "vary")).contains("Origin");
    }

    @Test
    void showsPagesOfThatOriginTheAnswerAndItsHeaders() throws IOException {
        serve(CrossOrigin.of(CONSOLE, "http://localhost:3000").exposing("X-Own"));
        for (String origin : List.of(CONSOLE, "http://localhost:3000")) {
            String answer = send("GET", "/phones", "Origin: " + origin, "Authorization: Bearer " + SampleServer.TOKEN);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"items\"");
            assertThat(header(answer, "access-control-allow-origin")).contains(origin);
            assertThat(list(answer, "access-control-expose-headers"))
                    .contains("ETag", "Location", "Link", "Retry-After", "X-Own");
            assertThat(list(answer, "vary")).contains("Origin");
        }
        assertThat(send("GET", "/phones", "Origin: " + CONSOLE))
                .as("that it failed is shown as well")
                .startsWith("HTTP/1.1 401")
                .contains("Access-Control-Allow-Origin: " + CONSOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://consoleXexample",
                "https://console.example.evil",
                "https://evil.console.example",
                "http://console.example",
                "https://console.example:8443",
                "null"
            })
    void showsOtherOriginsNothing(String origin) throws IOException {
        serve(CrossOrigin.of(CONSOLE));
        assertThat(preflight(origin, "PUT"))
                .doesNotContainIgnoringCase("access-control")
                .contains("Vary: Origin");
        assertThat(send("GET", "/phones", "Origin: " + origin, "Authorization: Bearer " + SampleServer.TOKEN))
                .startsWith("HTTP/1.1 200")
                .doesNotContainIgnoringCase("access-control")
                .contains("Vary: Origin");
    }

    @Test
    void tellsCachesThatAnswersVaryEvenWithoutAnOrigin() throws IOException {
        serve(CrossOrigin.of(CONSOLE));
        assertThat(send("GET", "/phones")).contains("Vary: Origin");
    }

    @Test
    void leavesOtherOptionsToTheApi() throws IOException {
        serve(CrossOrigin.of(CONSOLE));
        assertThat(send("OPTIONS", "/phones/1", "Origin: " + CONSOLE))
                .startsWith("HTTP/1.1 204")
                .contains("Allow: DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
    }

    @Test
    void allowsOtherMethodsCredentialsAndTimes() throws IOException {
        serve(CrossOrigin.of(CONSOLE).methods("GET").credentials().maxAge(Duration.ofHours(2)));
        String answer = preflight(CONSOLE, "GET");
        assertThat(list(answer, "access-control-allow-methods")).containsExactly("GET");
        assertThat(header(answer, "access-control-allow-credentials")).contains("true");
        assertThat(header(answer, "access-control-max-age")).contains("7200");
    }

    @Test
    void letsAllOriginsInIfItIsWrittenOut() throws IOException {
        serve(CrossOrigin.of("*"));
        assertThat(header(preflight("https://any.example", "GET"), "access-control-allow-origin"))
                .isPresent();
        assertThatThrownBy(() -> CrossOrigin.of("*").credentials())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("credentials with the origin *");
        assertThatThrownBy(() -> CrossOrigin.of(CONSOLE, "*").credentials())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "console.example",
                "https://",
                "https://console.example/",
                "https://console.example/app",
                "https://console.example:443",
                "http://console.example:80",
                "https://ann@console.example",
                "https://*.example",
                ".*",
                "https://console.example https://evil.example"
            })
    void refusesWhatIsNoOrigin(String text) throws IOException {
        serve(HttpServer.builder());
        assertThatThrownBy(() -> CrossOrigin.of(CONSOLE, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("origin: " + text + " (expected: as browsers write it");
    }

    @Test
    void refusesNamesThatAreNone() throws IOException {
        serve(HttpServer.builder());
        assertThatThrownBy(() -> CrossOrigin.of(CONSOLE).headers("X-A, X-B")).hasMessageStartingWith("name: X-A, X-B");
        assertThatThrownBy(() -> CrossOrigin.of(CONSOLE).methods("*")).hasMessageStartingWith("name: *");
        assertThatThrownBy(() -> CrossOrigin.of(CONSOLE).maxAge(Duration.ofDays(2)))
                .hasMessage("maxAge: PT48H (expected: 0 to 1 day)");
    }
}
