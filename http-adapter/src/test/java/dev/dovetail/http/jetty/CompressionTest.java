package dev.dovetail.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.sample.FakeHandler;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CompressionTest {
    private static final String[] GZIP = {"Accept-Encoding", "gzip"};

    private final HttpClient client = HttpClient.newHttpClient();
    private final SampleServer sample = SampleServer.start(Stores.MEMORY);
    private HttpServer server;

    @BeforeEach
    void serveWithCompression() throws IOException {
        server = HttpServer.builder().compressedFrom(300).start(sample.api());
        String ranges = String.join(", ", Collections.nCopies(50, "{\"start\": \"1\"}"));
        sample.phone("{\"name\": \"large\", \"numberRanges\": [" + ranges + "]}");
        sample.phone("{\"name\": \"small\"}");
    }

    @AfterEach
    void close() {
        server.close();
        sample.close();
    }

    private void serve(HttpServerBuilder builder, Handler handler) throws IOException {
        server.close();
        server = builder.start(handler);
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + SampleServer.TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return send("GET", path, null, headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static String unzipped(HttpResponse<byte[]> answer) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void compressesForThoseWhoTakeIt() throws Exception {
        HttpResponse<byte[]> plain = get("/phones/1");
        HttpResponse<byte[]> coded = get("/phones/1", GZIP);

        assertThat(header(coded, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(coded, "Content-Type")).isEqualTo("application/json");
        assertThat(coded.body()).hasSizeLessThan(plain.body().length / 3);
        assertThat(unzipped(coded)).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        assertThat(header(plain, "Content-Encoding")).isEqualTo("none");
        assertThat(List.of(plain, coded))
                .allSatisfy(each -> assertThat(header(each, "Vary")).isEqualTo("Accept-Encoding"));
    }

    @Test
    void compressesNothingUnlessTold() throws Exception {
        serve(HttpServer.builder(), sample.api());
        HttpResponse<byte[]> answer = get("/phones/1", GZIP);
        assertThat(header(answer, "Content-Encoding")).isEqualTo("none");
        assertThat(header(answer, "Vary")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "identity", "br", "*;q=0", "deflate, gzip;q=0"})
    void compressesNotForThoseWhoDoNotTakeIt(String accepted) throws Exception {
        HttpResponse<byte[]> answer = get("/phones/1", "Accept-Encoding", accepted);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Encoding")).isEqualTo("none");
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
    }

    @Test
    void leavesSmallAnswersAlone() throws Exception {
        HttpResponse<byte[]> answer = get("/phones/2", GZIP);
        assertThat(header(answer, "Content-Encoding")).isEqualTo("none");
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "application/problem+json, true",
        "application/yaml, true",
        "text/html; charset=utf-8, true",
        "text/event-stream, false",
        "text/plain, false",
        "application/octet-stream, false",
        "image/png, false"
    })
    void compressesTextsOfTheseTypesAlone(String type, boolean compressed) throws Exception {
        byte[] body = "y".repeat(5000).getBytes(StandardCharsets.UTF_8);
        serve(HttpServer.builder().compressedFrom(0), new FakeHandler(request -> Response.of(200, type, body), 10));
        HttpResponse<byte[]> answer = get("/", GZIP);
        assertThat(header(answer, "Content-Encoding")).isEqualTo(compressed ? "gzip" : "none");
        assertThat(compressed ? unzipped(answer) : new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("y".repeat(5000));
    }

    @Test
    void keepsTheConnectionAfterACompressedAnswer() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(unzipped(get("/phones/1", GZIP))).contains("large");
        }
    }

    /** Two different sequences of bytes under one strong tag would be mixed by caches. */
    @Test
    void tagsACompressedAnswerApart() throws Exception {
        assertThat(header(get("/phones/1"), "ETag")).isEqualTo("\"1\"");
        assertThat(header(get("/phones/1", GZIP), "ETag")).isEqualTo("\"1--gzip\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/phones/1 | \"1--gzip\" | \"1--gzip\"",
                "/phones/1 | W/\"1--gzip\" | \"1--gzip\"",
                "/phones/1 | \"0--gzip\", \"1--gzip\" | \"1--gzip\"",
                "/phones/1 | \"1\" | \"1\"",
                "/phones/2 | \"1\" | \"1\"",
                "/phones/1 | * | \"1\"",
                "/phones/1 | \"11--gzip\", \"1\" | \"1\""
            })
    void answersNotModifiedWithTheTagThatTheCallerHas(String path, String given, String told) throws Exception {
        for (String accepted : List.of("gzip", "identity")) {
            HttpResponse<byte[]> answer = get(path, "If-None-Match", given, "Accept-Encoding", accepted);
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.headers().allValues("ETag")).containsExactly(told);
            assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
            assertThat(header(answer, "Content-Encoding")).isEqualTo("none");
        }
    }

    @Test
    void showsTheObjectToThoseWhoHaveAnother() throws Exception {
        HttpResponse<byte[]> answer = get("/phones/1", "If-None-Match", "\"2--gzip\"", "Accept-Encoding", "gzip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(unzipped(answer)).contains("large");
    }

    @Test
    void takesTheTagOfACompressedAnswerForAWrite() throws Exception {
        byte[] edit = "{\"maxCalls\": 3}".getBytes(StandardCharsets.UTF_8);
        String tag = header(get("/phones/1", GZIP), "ETag");

        assertThat(send("PUT", "/phones/1", edit, "If-Match", tag).statusCode()).isEqualTo(204);
        assertThat(send("PUT", "/phones/1", edit, "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(send("DELETE", "/phones/1", null, "If-Match", "\"7\", \"2--gzip\"")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void answersHeadAsToOneWhoTakesNoCoding() throws Exception {
        HttpResponse<byte[]> answer = send("HEAD", "/phones/1", null, GZIP);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Encoding")).isEqualTo("none");
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(header(answer, "Content-Length"))
                .isEqualTo(Integer.toString(get("/phones/1").body().length));
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void refusesBodiesInACoding() throws Exception {
        for (HttpServerBuilder builder :
                List.of(HttpServer.builder(), HttpServer.builder().compressedFrom(0))) {
            serve(builder, sample.api());
            for (String coding : List.of("gzip", "GZIP", "br", "identity, gzip")) {
                HttpResponse<byte[]> answer =
                        send("POST", "/phones", zipped("{\"name\": \"sent\"}"), "Content-Encoding", coding);
                assertThat(answer.statusCode()).isEqualTo(415);
                assertThat(header(answer, "Accept-Encoding")).isEqualTo("identity");
                assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
                assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("unsupported-media-type");
            }
        }
        assertThat(sample.get("/phones").items("name")).containsExactly("large", "small");
    }

    @Test
    void takesBodiesInNoCoding() throws Exception {
        byte[] body = "{\"name\": \"sent\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(send("POST", "/phones", body, "Content-Encoding", "identity").statusCode())
                .isEqualTo(201);
        assertThat(get("/phones/1", "Content-Encoding", "gzip").statusCode())
                .as("of no body")
                .isEqualTo(200);
    }

    @Test
    void refusesANegativeSize() {
        assertThatThrownBy(() -> HttpServer.builder().compressedFrom(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("compressedFrom: -1");
    }
}
