package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.MergePatch;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.SampleServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PatchTest extends ServedTest {
    private static final String FULL = "{\"name\": \"Desk\", \"description\": \"d\", \"maxCalls\": 3,"
            + " \"numberRanges\": [{\"start\": \"1\", \"end\": \"2\", \"length\": 1}],"
            + " \"contact\": {\"who\": \"Ann\", \"tags\": [\"a\"]}}";

    @BeforeEach
    void store() {
        server.phone(FULL);
    }

    private Answer patch(String body, String... headers) {
        return server.send("PATCH", "/phones/1", body, headers);
    }

    private JsonNode phone() {
        return server.get("/phones/1").json();
    }

    @Test
    void changesWhatIsGiven() {
        Answer answer = patch("{\"description\": \"new\"}");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).contains("\"2\"");
        assertThat(phone().get("description").asString()).isEqualTo("new");
        assertThat(phone().get("maxCalls").asInt()).isEqualTo(3);
    }

    @Test
    void clearsByNullWhatMayBeNull() {
        assertThat(patch("{\"description\": null, \"contact\": null}").status()).isEqualTo(204);
        assertThat(phone().get("description").isNull()).isTrue();
        assertThat(phone().get("contact").isNull()).isTrue();
        Answer answer = patch("{\"name\": null}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("/name null");
    }

    @Test
    void mergesNestedObjects() {
        assertThat(patch("{\"contact\": {\"who\": \"Bob\"}}").status()).isEqualTo(204);
        assertThat(phone().get("contact").toString()).isEqualTo("{\"who\":\"Bob\",\"tags\":[\"a\"]}");
        assertThat(patch("{\"contact\": {\"tags\": [\"b\", \"c\"]}}").status()).isEqualTo(204);
        assertThat(phone().get("contact").toString()).isEqualTo("{\"who\":\"Bob\",\"tags\":[\"b\",\"c\"]}");
        assertThat(patch("{\"contact\": {\"who\": null}}").violations()).containsExactly("/contact/who required");
    }

    @Test
    void mergesIntoNothing() {
        patch("{\"contact\": null}");
        assertThat(patch("{\"contact\": {\"who\": \"Bob\"}}").violations()).containsExactly("/contact/tags required");
        assertThat(patch("{\"contact\": {\"who\": \"Bob\", \"tags\": []}}").status())
                .isEqualTo(204);
    }

    @Test
    void replacesListsWhole() {
        assertThat(patch("{\"numberRanges\": [{\"start\": \"5\"}]}").status()).isEqualTo(204);
        assertThat(phone().get("numberRanges").toString()).isEqualTo("[{\"start\":\"5\",\"end\":null,\"length\":4}]");
    }

    @Test
    void refusesAPatchThatIsNoObject() {
        assertThat(patch("[1]").violations()).containsExactly("type");
        assertThat(patch("nonsense").status()).isEqualTo(400);
        assertThat(server.send("PATCH", "/phones/9", "[1]").status()).isEqualTo(404);
    }

    @Test
    void keepsToConditions() {
        assertThat(patch("{\"description\": \"x\"}", "If-Match", "\"2\"").status())
                .isEqualTo(412);
        assertThat(patch("{\"description\": \"x\"}", "If-Match", "\"1\"").status())
                .isEqualTo(204);
    }

    @Test
    void needsTheRightToEdit() {
        String reader = "Bearer " + SampleServer.READER_TOKEN;
        assertThat(patch("{}", "Authorization", reader).status()).isEqualTo(403);
    }

    @Test
    void losesNothingWhenManyPatchOneObject() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String who = "{\"contact\": {\"who\": \"" + i + "\"}}";
                String tags = "{\"contact\": {\"tags\": [\"" + i + "\"]}}";
                answers.add(threads.submit(() -> patch(who).status()));
                answers.add(threads.submit(() -> patch(tags).status()));
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isEqualTo(204);
                }
                assertThat(phone().get("contact").toString())
                        .isEqualTo("{\"who\":\"" + i + "\",\"tags\":[\"" + i + "\"]}");
            }
        } finally {
            threads.shutdown();
        }
    }

    /** The examples of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "[\"a\",\"b\"] | [\"c\",\"d\"] | [\"c\",\"d\"]",
                "{\"a\":\"b\"} | [\"c\"] | [\"c\"]",
                "{\"a\":\"foo\"} | null | null",
                "{\"a\":\"foo\"} | \"bar\" | \"bar\"",
                "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
                "[1,2] | {\"a\":\"b\",\"c\":null} | {\"a\":\"b\"}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
            })
    void mergesAsTheStandardDoes(String target, String patch, String result) {
        Json json = new Json(false);
        JsonNode merged = MergePatch.apply(
                json.parse(target.getBytes(StandardCharsets.UTF_8)),
                json.parse(patch.getBytes(StandardCharsets.UTF_8)));
        assertThat(merged.toString()).isEqualTo(result);
    }
}
