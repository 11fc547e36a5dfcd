package dev.dovetail.examples.telephony.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BodyHttpTest extends HttpTest {
    private static final String MALFORMED =
            "The browser (or proxy) sent a request that this server could not understand.";
    private static final List<String> COLLECTIONS = List.of("/contexts", "/users", "/voicemails");

    /** Returns the path of one object of each collection, in their order. */
    private List<String> items() {
        JsonNode context = context();
        return List.of(item("contexts", context), item("users", user()), item("voicemails", voicemail(context)));
    }

    @Covers("conventions/6/bodies/1")
    @Test
    void refusesWhatIsNotJson() {
        List<String> items = items();
        assertThat(node.heard(() -> {
                    for (String body : List.of("", " ", "{", "{'a': 1}", "{\"a\":}", "{} {}", "nope", "[1", "\"a")) {
                        COLLECTIONS.forEach(path -> api.send("POST", path, body).refused(MALFORMED));
                        items.forEach(path -> api.send("PUT", path, body).refused(MALFORMED));
                        api.send("PUT", items.get(0) + "/contexts", body).refused(MALFORMED);
                        api.send("POST", items.get(1) + "/voicemails", body).refused(MALFORMED);
                    }
                }))
                .isEmpty();
    }

    @Covers("conventions/1/1")
    @Test
    void doesNotLookAtTheContentType() {
        api.with("Content-Type", "text/plain")
                .post("/contexts", body("label", "x"))
                .created();
        api.with("Content-Type", "nonsense")
                .post("/contexts", body("label", "x"))
                .created();
    }

    @Test
    void takesEmptyValuesForAnEmptyObject() {
        List<String> items = items();
        for (String empty : List.of("[]", "0", "0.0", "false", "\"\"", "{}")) {
            items.forEach(path -> api.send("PUT", path, empty).done());
            api.send("POST", "/contexts", empty).refused("Input Error - label: ['Missing data for required field.']");
            api.send("POST", "/users", empty).refused("Input Error - firstname: ['Missing data for required field.']");
            assertThat(api.send("POST", "/voicemails", empty).body())
                    .contains("Input Error - name: ['Missing data for required field.']");
            api.send("PUT", items.get(0) + "/contexts", empty)
                    .refused("Input Error - contexts: ['Missing data for required field.']");
        }
    }

    @Test
    void takesNullForAnEmptyObjectExceptOfContextsAndUsers() {
        List<String> items = items();
        api.send("PUT", items.get(2), "null").done();
        assertThat(api.send("POST", "/voicemails", "null").body())
                .contains("Input Error - name: ['Missing data for required field.']");
        assertThat(node.heard(() -> {
                    for (Reply reply : List.of(
                            api.send("POST", "/contexts", "null"),
                            api.send("PUT", items.get(0), "null"),
                            api.send("POST", "/users", "null"),
                            api.send("PUT", items.get(1), "null"))) {
                        assertThat(reply.status()).as(reply.request()).isEqualTo(500);
                        assertThat(reply.body()).as(reply.request()).startsWith("[\"Unexpected error: ");
                    }
                }))
                .isEmpty();
    }

    @Covers({"conventions/6/bodies/2", "conventions/6/schema_errors/6"})
    @Test
    void refusesOtherValuesThanObjects() {
        List<String> items = items();
        for (String wrong : List.of("[1]", "1", "true", "\"x\"", "1.5")) {
            COLLECTIONS.forEach(
                    path -> api.send("POST", path, wrong).refused("Input Error - _schema: ['Invalid input type.']"));
            items.forEach(
                    path -> api.send("PUT", path, wrong).refused("Input Error - _schema: ['Invalid input type.']"));
        }
    }

    @Test
    void takesTextsOfAllScripts() {
        String text = "é 東京 \uD83D\uDE00 \\ / \" ' \t\n <&>";
        JsonNode context = context("label", text, "description", text);
        assertThat(context.get("label").stringValue()).isEqualTo(text);
        assertThat(api.get(item("contexts", context)).found().get("description").stringValue())
                .isEqualTo(text);
        assertThat(api.send("POST", "/contexts", "{\"label\": \"\\u00e9\"}")
                        .created()
                        .get("label")
                        .stringValue())
                .isEqualTo("é");
    }

    @Test
    void takesLargeBodies() {
        String large = "x".repeat(2_000_000);
        JsonNode context = context("description", large);
        assertThat(api.get(item("contexts", context)).found().get("description").stringValue())
                .hasSize(large.length());
        api.delete(item("contexts", context)).done();
    }

    @Test
    void refusesABodyOfMoreThan40MebibytesAndChangesNothing() throws IOException {
        long most = 40L * 1024 * 1024;
        JsonNode context = context();
        assertThat(announced("POST", "/1.1/contexts", most + 1)).startsWith("HTTP/1.1 413 ");
        assertThat(announced("PUT", "/1.1" + item("contexts", context), most + 1))
                .startsWith("HTTP/1.1 413 ");
        assertThat(api.get("/contexts").items()).containsExactly(context);
    }

    /** Announces a body and sends none of it: the server must not wait for it. */
    private String announced(String method, String path, long length) throws IOException {
        URI server = URI.create(node.server().url());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                                    + "\r\nX-Auth-Token: all-" + tenant + "\r\nContent-Length: " + length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(16), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void refusesALargeBodyOfUnknownLengthToo() {
        InputStream endless = new InputStream() {
            private long left = 41L * 1024 * 1024;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                java.util.Arrays.fill(bytes, offset, offset + length, (byte) ' ');
                left -= length;
                return length;
            }
        };
        try {
            Reply reply = api.send("POST", "/contexts", BodyPublishers.ofInputStream(() -> endless));
            assertThat(reply.status()).isEqualTo(413);
        } catch (java.io.UncheckedIOException closed) {
            // the server may close the connection before it has taken the whole body
            assertThat(closed.getCause()).isInstanceOf(IOException.class);
        }
        assertThat(api.get("/contexts").items()).isEmpty();
    }

    /** A number that is beyond what the server can hold breaks the bounds of its field like any other, or is none. */
    @Covers("conventions/6/text_of_business_errors/15")
    @Test
    void tellsTheBoundsOfNumbersThatAreFarBeyond() {
        for (String number : List.of("99999999999", "\"99999999999\"", "1e300", "1e999999999")) {
            api.send("POST", "/users", "{\"firstname\": \"x\", \"ring_seconds\": " + number + "}")
                    .refused(
                            "Input Error - ring_seconds: ['Must be greater than or equal to 0 and less than or equal to"
                                    + " 10800.']");
            api.send("POST", "/users", "{\"firstname\": \"x\", \"func_key_template_id\": " + number + "}")
                    .refused("Input Error - func_key_template_id: ['Not a valid integer.']");
        }
        api.send("PUT", item("contexts", context()) + "/contexts", "{\"contexts\": [{\"id\": 99999999999}]}")
                .refused("Input Error - field 'contexts': Context was not found ('id': 99999999999)");
    }
}
