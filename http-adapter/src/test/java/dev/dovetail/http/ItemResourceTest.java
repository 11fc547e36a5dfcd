package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemResourceTest extends ServedTest {
    private static final String FULL =
            "{\"name\": \"Desk\", \"description\": \"d\", \"kind\": \"desk\", \"priority\": 2,"
                    + " \"enabled\": false, \"maxCalls\": 3, \"numberRanges\": [{\"start\": \"1\", \"end\": \"2\", \"length\": 1}],"
                    + " \"contact\": {\"who\": \"Ann\", \"tags\": []}}";

    @Test
    void createsAndSaysWhere() {
        Answer created = server.post("/phones", FULL);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).contains(server.url() + "/phones/1");
        assertThat(created.header("Content-Type")).contains("application/json");
        assertThat(created.body())
                .isEqualTo("{\"id\":1,\"tenant\":\"acme\",\"name\":\"Desk\",\"description\":\"d\",\"kind\":\"desk\","
                        + "\"priority\":2,\"enabled\":false,\"maxCalls\":3,"
                        + "\"numberRanges\":[{\"start\":\"1\",\"end\":\"2\",\"length\":1}],"
                        + "\"contact\":{\"who\":\"Ann\",\"tags\":[]},\"version\":1,\"teams\":[]}");
        assertThat(server.get("/phones/1").body()).isEqualTo(created.body());
    }

    @Test
    void fillsInDefaults() {
        Answer created = server.post("/phones", "{\"name\": \"Desk\", \"numberRanges\": [{\"start\": \"0\"}]}");
        assertThat(created.body())
                .contains("\"kind\":\"desk\",\"priority\":5,\"enabled\":true,\"maxCalls\":null,"
                        + "\"numberRanges\":[{\"start\":\"0\",\"end\":null,\"length\":4}],\"contact\":null");
    }

    @Test
    void refusesReadOnlyAndUnknownFields() {
        Answer created = server.post(
                "/phones",
                "{\"id\": 99, \"tenant\": \"other\", \"version\": 8, \"teams\": 1, \"x\": {}, \"name\": \"Desk\"}");
        assertThat(created.status()).isEqualTo(400);
        assertThat(created.violations())
                .containsExactly(
                        "/id read-only",
                        "/tenant read-only",
                        "/version read-only",
                        "/teams read-only",
                        "/x unknown-field");
        server.phone("{\"name\": \"Desk\"}");
        assertThat(server.put("/phones/1", "{\"id\": 1, \"naem\": \"x\", \"contact\": {\"who\": \"Ann\", \"tag\": []}}")
                        .violations())
                .contains("/id read-only", "/naem unknown-field", "/contact/tag unknown-field");
        assertThat(server.get("/phones/1").json().get("name").asString()).isEqualTo("Desk");
    }

    @Test
    void tellsTheNearestFieldOfATypo() {
        Answer answer = server.post("/phones", "{\"name\": \"Desk\", \"max_calls\": 3}");
        assertThat(answer.json().at("/violations/0/message").asString())
                .isEqualTo("max_calls: unknown field; did you mean 'maxCalls'?");
        assertThat(answer.json().at("/violations/0/details/nearest").asString()).isEqualTo("maxCalls");
    }

    @Test
    void locatesTextKeysEncoded() {
        Answer created = server.post("/teams", "{\"code\": \"a b/c%ä\", \"title\": \"T\"}");
        assertThat(created.header("Location")).contains(server.url() + "/teams/a%20b%2Fc%25%C3%A4");
    }

    @Test
    void findsTextKeysEncoded() {
        server.team("a b+ä");
        Answer found = server.get("/teams/a%20b+%C3%A4");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().get("code").asString()).isEqualTo("a b+ä");
    }

    @Test
    void keepsFieldsThatAnEditLeavesOut() {
        server.phone(FULL);
        Answer edited = server.put("/phones/1", "{\"description\": \"new\"}");
        assertThat(edited.status()).isEqualTo(204);
        assertThat(edited.body()).isEmpty();
        assertThat(server.get("/phones/1").body())
                .startsWith("{\"id\":1,\"tenant\":\"acme\",\"name\":\"Desk\",\"description\":\"new\",\"kind\":\"desk\","
                        + "\"priority\":2,\"enabled\":false,\"maxCalls\":3,")
                .contains("\"version\":2");
    }

    @Test
    void clearsNullableFieldsByNull() {
        server.phone(FULL);
        assertThat(server.put("/phones/1", "{\"description\": null, \"maxCalls\": null, \"contact\": null}")
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/phones/1").body())
                .contains("\"description\":null")
                .contains("\"maxCalls\":null")
                .contains("\"contact\":null");
    }

    @Test
    void changesNothingByAnEmptyEdit() {
        server.phone(FULL);
        String before = server.get("/phones/1").body();
        assertThat(server.put("/phones/1", "{}").status()).isEqualTo(204);
        assertThat(server.get("/phones/1").body()).isEqualTo(before);
    }

    @Test
    void deletes() {
        server.phone(FULL);
        Answer deleted = server.delete("/phones/1");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(server.get("/phones/1").status()).isEqualTo(404);
        assertThat(server.delete("/phones/1").status()).isEqualTo(404);
        assertThat(server.get("/phones").total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phones/7", "/phones/99999999999999999999", "/teams/none"})
    void reportsAnUnknownObject(String path) {
        for (Answer answer : new Answer[] {
            server.get(path),
            server.put(path, "{\"title\": 1, \"name\": 1}"),
            server.delete(path),
            server.put(path, "{}")
        }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.violations()).containsExactly("not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/phone", "/phones/", "/phones/x", "/phones/-1", "/phones/1/x", "/Phones", "/phones/1/"})
    void servesNothingElsewhere(String path) {
        server.phone(FULL);
        Answer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("title").asString()).isEqualTo("no-such-path");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        Answer list = server.delete("/phones");
        assertThat(list.status()).isEqualTo(405);
        assertThat(list.header("Allow")).contains("GET, HEAD, OPTIONS, POST");
        Answer item = server.post("/phones/1", "{}");
        assertThat(item.status()).isEqualTo(405);
        assertThat(item.header("Allow")).contains("DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
        Answer pair = server.get("/teams/t/phones/1");
        assertThat(pair.status()).isEqualTo(405);
        assertThat(pair.header("Allow")).contains("DELETE, OPTIONS, PUT");
    }

    @Test
    void answersHeadLikeGetWithoutBody() {
        server.phone(FULL);
        Answer got = server.get("/phones/1");
        Answer head = server.send("HEAD", "/phones/1", null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(got.header("Content-Length"));
        assertThat(head.header("Content-Type")).isEqualTo(got.header("Content-Type"));
        assertThat(server.send("HEAD", "/phones/9", null).status()).isEqualTo(404);
        assertThat(server.send("HEAD", "/teams/t/phones/1", null).status()).isEqualTo(405);
    }

    @Test
    void reportsTakenValues() {
        server.phone(FULL);
        Answer second = server.post("/phones", FULL);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.violations()).containsExactly("/name already-exists");
        assertThat(second.json().at("/violations/0/details/name").asString()).isEqualTo("Desk");
        server.phone("{\"name\": \"Hall\"}");
        assertThat(server.put("/phones/2", "{\"name\": \"Desk\"}").status()).isEqualTo(409);
        assertThat(server.put("/phones/2", "{\"name\": \"Hall\"}").status()).isEqualTo(204);
    }

    @Test
    void reportsATakenKey() {
        server.team("t");
        Answer second = server.post("/teams", "{\"code\": \"t\", \"title\": \"Team\"}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.violations()).containsExactly("/code already-exists");
    }

    @Test
    void reportsRulesThatAreBroken() {
        Answer answer = server.post(
                "/phones",
                "{\"name\": \"s\", \"kind\": \"soft_phone\", \"numberRanges\": [{\"start\": \"1\", \"length\": 1}]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsExactly("not-permitted");
        assertThat(server.get("/phones").total()).isZero();
    }
}
