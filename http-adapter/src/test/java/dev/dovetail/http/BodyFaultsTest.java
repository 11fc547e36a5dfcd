package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault of a body is found before any store is asked, so one store and one server do. */
class BodyFaultsTest {
    private static final String NAMED = "{'name': 'n', ";
    private static SampleServer server;
    private static int phone;

    @BeforeAll
    static void serve() {
        server = SampleServer.start(Stores.MEMORY, api -> api.maxBody(2_000));
        phone = server.phone("{\"name\": \"stays\", \"description\": \"as it is\"}");
        server.team("t");
        server.put("/teams/t/phones/" + phone, "");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void assertNothingChanged() {
        assertThat(server.get("/phones").total()).isEqualTo(1);
        assertThat(server.get("/phones/" + phone).json().get("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /name required",
                "{'name': null} | /name null",
                "{'name': 1} | /name type",
                "{'name': ['n']} | /name type",
                "{'name': ''} | /name size",
                "{'name': 'a!'} | /name pattern",
                "{'name': '!23456789012345678901'} | /name size, /name pattern",
                "[] | type",
                "null | type",
                "1 | type",
                "'text' | type",
            })
    void reportsFaultsOfARequiredField(String body, String violations) {
        assertRefused("POST", "/phones", body, violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'description': 1 | /description type",
                "'description': {} | /description type",
                "'description': '12345678901234567890123456789012345678901' | /description size",
                "'kind': 'fax' | /kind enum",
                "'kind': 'DESK' | /kind enum",
                "'kind': 1 | /kind type",
                "'kind': null | /kind null",
                "'priority': '5' | /priority type",
                "'priority': 5.0 | /priority type",
                "'priority': true | /priority type",
                "'priority': 2147483648 | /priority type",
                "'priority': null | /priority null",
                "'priority': 0 | /priority min",
                "'priority': 10 | /priority max",
                "'enabled': 'true' | /enabled type",
                "'enabled': 1 | /enabled type",
                "'enabled': null | /enabled null",
                "'maxCalls': '1' | /maxCalls type",
                "'numberRanges': null | /numberRanges null",
                "'numberRanges': {} | /numberRanges type",
                "'numberRanges': [1, null, 'x'] | /numberRanges/0 type, /numberRanges/1 null, /numberRanges/2 type",
                "'numberRanges': [{}] | /numberRanges/0/start required",
                "'numberRanges': [{'start': null}] | /numberRanges/0/start null",
                "'numberRanges': [{'start': 'x', 'end': 'y'}] | /numberRanges/0/start pattern, /numberRanges/0/end pattern",
                "'numberRanges': [{'start': '1'}, {'start': 1, 'end': 'y'}] | /numberRanges/1/start type, /numberRanges/1/end pattern",
                "'numberRanges': [{'start': '1', 'length': 'x'}] | /numberRanges/0/length type",
                "'numberRanges': [{'start': '1', 'length': null}] | /numberRanges/0/length null",
                "'numberRanges': [{'start': '1', 'length': 10}] | /numberRanges/0/length max",
                "'numberRanges': [{'start': 'x'}, 7, {'start': '1', 'end': 2}] | /numberRanges/0/start pattern, /numberRanges/1 type, /numberRanges/2/end type",
                "'contact': 1 | /contact type",
                "'contact': {} | /contact/who required, /contact/tags required",
                "'contact': {'who': 'Ann', 'tags': ['ok', 'toolong', null, 3]} | /contact/tags/1 size, /contact/tags/2 null, /contact/tags/3 type",
                "'contact': {'who': '12345678901', 'tags': 'x'} | /contact/who size, /contact/tags type",
            })
    void reportsFaultsOfAnyField(String field, String violations) {
        assertRefused("POST", "/phones", NAMED + field + "}", violations);
        assertRefused("PUT", "/phones/" + phone, "{" + field + "}", violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /phones required",
                "{'phones': null} | /phones null",
                "{'phones': 1} | /phones type",
                "{'phones': {}} | /phones type",
                "[] | type",
                "1 | type",
                "{'phones': [1]} | /phones/0 type",
                "{'phones': [null]} | /phones/0 type",
                "{'phones': [{}]} | /phones/0/id required",
                "{'phones': [{'id': null}]} | /phones/0/id null",
                "{'phones': [{'id': 1}, {'id': '1'}, {'id': 1.5}, {}]} | /phones/1/id type, /phones/2/id type, /phones/3/id required",
                "{'phones': [{'id': 99999999999}]} | /phones/0/id type",
            })
    void reportsFaultsOfAListOfKeys(String body, String violations) {
        assertRefused("PUT", "/teams/t/phones", body, violations);
        assertThat(server.get("/teams/t").json().get("phones").size()).isEqualTo(1);
    }

    private static void assertRefused(String method, String path, String body, String violations) {
        Answer answer = server.send(method, path, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().get("title").asString()).isEqualTo("invalid-input");
        assertThat(answer.json().get("status").asInt()).isEqualTo(400);
        assertThat(String.join(", ", answer.violations())).isEqualTo(violations);
        assertNothingChanged();
    }

    @Test
    void reportsEverythingInOrderOfDeclaration() {
        Answer answer = server.post("/phones", """
                {"contact": {"tags": [1]}, "numberRanges": [{"start": "x"}, null], "maxCalls": {}, "enabled": "no",
                 "priority": 77, "kind": [], "description": 5, "unheard": 1, "id": "x"}
                """);
        assertThat(answer.violations())
                .containsExactly(
                        "/name required",
                        "/description type",
                        "/kind type",
                        "/priority max",
                        "/enabled type",
                        "/maxCalls type",
                        "/numberRanges/0/start pattern",
                        "/numberRanges/1 null",
                        "/contact/who required",
                        "/contact/tags/0 type",
                        "/unheard unknown-field",
                        "/id read-only");
        assertNothingChanged();
    }

    @Test
    void tellsDetailsAndAMessage() {
        Answer answer = server.post("/phones", "{\"name\": \"n\", \"kind\": \"fax\", \"priority\": 0}");
        assertThat(answer.json().at("/violations/0").toString())
                .isEqualTo(
                        "{\"code\":\"enum\",\"pointer\":\"/kind\",\"message\":\"kind: unknown value"
                                + " (expected: one of desk, soft_phone)\",\"details\":{\"choices\":[\"desk\",\"soft_phone\"]}}");
        assertThat(answer.json().at("/violations/1/details").toString()).isEqualTo("{\"value\":1}");
        assertThat(answer.json().get("detail").asString()).contains("kind: unknown value", "priority: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\": \"n\"",
                "{\"name\": \"n",
                "{\"name\": \"n\"} x",
                "{\"name\": \"n\"}{}",
                "{\"name\": \"n\"},",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"contact\": {\"who\": \"a\", \"who\": \"b\"}, \"name\": \"n\"}",
                "{'name': 'n'}",
                "{\"name\": \"n\",}",
                "{name: \"n\"}",
                "{\"name\": \"n\", \"priority\": 05}",
                "{\"name\": \"n\", \"priority\": NaN}",
                "{\"name\": \"a\tb\"}",
                "{\"name\": \"\\x\"}",
                "// c\n{\"name\": \"n\"}",
                "name=n",
            })
    void refusesWhatIsNotJson(String body) {
        assertMalformed(server.post("/phones", body));
        assertMalformed(server.put("/phones/" + phone, body));
        assertMalformed(server.put("/teams/none/phones", body));
    }

    @Test
    void refusesJsonThatBreaksABound() {
        assertMalformed(server.post("/phones", "{\"name\": " + "[".repeat(65) + "]".repeat(65) + "}"));
        assertMalformed(server.post("/phones", "{\"name\": \"n\", \"priority\": " + "1".repeat(1_100) + "}"));
        assertThat(server.post("/phones", "{\"name\": " + "[".repeat(60) + "]".repeat(60) + "}")
                        .violations())
                .containsExactly("/name type");
    }

    @Test
    void refusesANameThatIsGivenTwice() {
        for (String body : List.of(
                "{\"name\": \"n\", \"name\": \"n\"}",
                "{\"name\": \"n\", \"other\": {\"a\": 1, \"a\": null}}",
                "{\"name\": \"n\", \"other\": [{\"a\": {}, \"b\": 1, \"\\u0061\": {}}]}")) {
            Answer answer = server.post("/phones", body);
            assertMalformed(answer);
            assertThat(answer.json().get("detail").asString())
                    .startsWith("a name occurs twice in an object (line 1, column ");
        }
        assertThat(server.post("/phones", "{\"name\": \"n\"} {}")
                        .json()
                        .get("detail")
                        .asString())
                .startsWith("something follows the JSON value");
    }

    private static void assertMalformed(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().get("title").asString()).isEqualTo("malformed");
        assertThat(answer.json().get("detail").asString())
                .isNotEmpty()
                .doesNotContain("jackson", "Stream", "Exception", "`", "dev.", "REDACTED");
        assertNothingChanged();
    }

    @Test
    void refusesAnOversizedBody() {
        Answer answer = server.post("/phones", "{\"name\": \"" + "n".repeat(2_000) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(413);
        assertThat(server.put("/phones/" + phone, " ".repeat(2_001)).status()).isEqualTo(413);
        assertThat(server.put("/phones/" + phone, "{}" + " ".repeat(1_998)).status())
                .isEqualTo(204);
        assertNothingChanged();
    }

    @Test
    void keepsTextsAsTheyAre() {
        for (String text : List.of("ä€😀", "\\\"/", "a\\u0001b")) {
            int id = server.phone("{\"name\": \"" + text.replace("\\\"", "\\\\\\\"") + "\"}");
            assertThat(server.get("/phones/" + id).json().get("name").asString())
                    .isEqualTo(text.replace("\\u0001", "\1"));
            assertThat(server.delete("/phones/" + id).status()).isEqualTo(204);
        }
    }
}
