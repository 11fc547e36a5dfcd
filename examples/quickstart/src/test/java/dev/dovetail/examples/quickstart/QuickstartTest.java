package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private static final String SAID = """
            event: line_created of Line/1
            lines of Ann: [Line[id=1, number=1001]]
            found: Page[items=[User[id=1, name=Anna]], total=1]
            refused: Operation not permitted. 112 is for emergencies.
            """;

    private interface Program {
        void run() throws Exception;
    }

    private static String output(Program program) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsInMemory() throws Exception {
        assertThat(output(() -> InMemory.main(new String[0]))).isEqualTo("""
            event: line_created of Line/1001
            lines of Ann: [Line[number=1001]]
            """);
    }

    @Test
    void runsOnH2() throws Exception {
        assertThat(output(() -> OnH2.main(new String[0]))).isEqualTo(SAID);
    }

    @Test
    void runsOverHttp() throws Exception {
        try (OverHttp application = OverHttp.start(0)) {
            HttpResponse<String> refused = post(application, "/lines", "{\"number\": \"112\"}");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("112 is for emergencies.");

            HttpResponse<String> created = post(application, "/lines", "{\"number\": \"1001\"}");
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.headers().firstValue("Location")).contains(application.url() + "/lines/1");

            HttpResponse<String> listed = get(application, "/lines");
            assertThat(listed.body()).isEqualTo("{\"total\":1,\"items\":[{\"id\":1,\"number\":\"1001\"}]}");
        }
    }

    @Test
    void needsATokenOverHttp() throws Exception {
        try (OverHttp application = OverHttp.start(0)) {
            URI lines = URI.create(application.url() + "/lines");
            assertThat(send(HttpRequest.newBuilder(lines)).statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> get(OverHttp application, String path) throws Exception {
        return send(request(application, path).GET());
    }

    private static HttpResponse<String> post(OverHttp application, String path, String body) throws Exception {
        return send(request(application, path).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(OverHttp application, String path) {
        return HttpRequest.newBuilder(URI.create(application.url() + path)).header("Authorization", "Bearer s3cret");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
