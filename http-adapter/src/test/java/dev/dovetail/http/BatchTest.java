package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.idempotency.IdempotencyStore;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(Stores.class)
class BatchTest {
    @Parameter
    Stores store;

    private SampleServer server;

    @BeforeEach
    void serve() {
        server = SampleServer.start(
                store,
                registry -> registry.plugins(Sample.plugins()),
                (opened, api) -> api.basePath("/v1")
                        .batches()
                        .idempotency(IdempotencyStore.in(opened))
                        .routes(routes ->
                                routes.add(Route.of("POST", "/rockets", List.of(), exchange -> Response.of(204)))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String part(String method, String path, String body) {
        return "{\"method\": \"" + method + "\", \"path\": \"" + path + "\""
                + (body.isEmpty() ? "" : ", \"body\": " + body) + "}";
    }

    private Answer batch(String... parts) {
        return server.post("/v1/batch", "[" + String.join(", ", parts) + "]");
    }

    @Test
    void doesAllInOneUnit() {
        Answer answer = batch(
                part("POST", "/phones", "{\"name\": \"Desk\"}"),
                part("POST", "/teams", "{\"code\": \"t\", \"title\": \"T\"}"),
                part("PUT", "/teams/t/phones/1", ""),
                part("PATCH", "/phones/1", "{\"description\": \"d\"}"),
                part("GET", "/phones?search=desk&include=teams", ""),
                part("GET", "/teams/t", ""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().size()).isEqualTo(6);
        assertThat(answer.json().at("/0/status").asInt()).isEqualTo(201);
        assertThat(answer.json().at("/0/headers/Location").asString()).isEqualTo(server.url() + "/v1/phones/1");
        assertThat(answer.json().at("/0/headers/ETag").asString()).isEqualTo("\"1\"");
        assertThat(answer.json().at("/0/body/name").asString()).isEqualTo("Desk");
        assertThat(answer.json().at("/2").toString()).isEqualTo("{\"status\":204,\"headers\":{}}");
        assertThat(answer.json().at("/4/body/items/0/description").asString()).isEqualTo("d");
        assertThat(answer.json().at("/5/body/phones/0/id").asInt()).isEqualTo(1);
        assertThat(server.get("/v1/teams/t").json().at("/phones/0/name").asString())
                .isEqualTo("Desk");
        assertThat(batch().body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POST | /phones | {\"name\": \"\"} | 400",
                "POST | /phones | {\"name\": \"Desk\"} | 409",
                "POST | /phones | {\"name\": \"fail\"} | 500",
                "PUT | /phones/9 | {} | 404",
                "GET | /nothing | 1 | 404",
                "POST | /phones/1 | {} | 405",
                "POST | /rockets | {} | 422",
                "POST | /batch | [] | 422",
                "POST | /phones?dry_run=true | {\"name\": \"2\"} | 400",
                "GET | /phones?limit=x | 1 | 400",
            })
    void keepsNothingWhenOneFails(String method, String path, String body, int status) {
        Answer answer = batch(
                part("POST", "/phones", "{\"name\": \"Desk\"}"),
                part(method, path, body),
                part("POST", "/phones", "{\"name\": \"3\"}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().get("title").asString()).isEqualTo("batch-failed");
        assertThat(answer.json().get("index").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/failure/status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(Sample.SECRET);
        assertThat(server.get("/v1/phones").total()).isZero();
    }

    @Test
    void needsTheRightToEachRequest() {
        server.post("/v1/phones", "{\"name\": \"1\"}");
        String[] reader = {"Authorization", "Bearer " + SampleServer.READER_TOKEN};
        String get = "[" + part("GET", "/phones/1", "") + "]";
        assertThat(server.post("/v1/batch", get, reader).status()).isEqualTo(403);
        try (SampleServer other = SampleServer.start(
                store,
                api -> api.batches().tokens(credentials -> {
                    if (credentials.access().equals("phones.create")) {
                        throw Errors.technical(ErrorKind.FORBIDDEN, "not this", null);
                    }
                    return new Principal("ann", "acme");
                }))) {
            Answer answer = other.post(
                    "/batch",
                    "[" + part("POST", "/teams", "{\"code\": \"t\", \"title\": \"T\"}") + ","
                            + part("POST", "/phones", "{\"name\": \"1\"}") + "]");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().get("index").asInt()).isEqualTo(1);
            assertThat(other.get("/teams").total()).isZero();
        }
    }

    @Test
    void holdsEachRequestToItsConditions() {
        server.post("/v1/phones", "{\"name\": \"1\"}");
        String put = "{\"method\": \"PUT\", \"path\": \"/phones/1\", \"body\": {\"description\": \"d\"},"
                + " \"headers\": {\"if-match\": \"\\\"1\\\"\", \"Prefer\": \"return=representation\"}}";
        Answer answer = batch(put);
        assertThat(answer.json().at("/0/body/description").asString()).isEqualTo("d");
        assertThat(batch(put).status()).isEqualTo(412);
    }

    @Test
    void reportsAllThatIsWrongWithTheList() {
        assertThat(server.post("/v1/batch", "{}").violations()).containsExactly("type");
        assertThat(server.post(
                                "/v1/batch",
                                "[1, {\"method\": \"TRACE\", \"path\": \"x\"}, {\"method\": 1, \"path\": \"/\","
                                        + " \"headers\": {\"Authorization\": \"x\", \"Prefer\": 1}}, {\"method\": \"GET\","
                                        + " \"path\": \"/\", \"headers\": 1}]")
                        .violations())
                .containsExactly(
                        "/0 type",
                        "/0/method required",
                        "/0/path required",
                        "/1/method enum",
                        "/1/path pattern",
                        "/2/method type",
                        "/2/headers/Authorization header",
                        "/2/headers/Prefer type",
                        "/3/headers type");
    }

    @Test
    void isBounded() {
        String get = part("GET", "/phones", "");
        assertThat(batch(Collections.nCopies(100, get).toArray(String[]::new)).status())
                .isEqualTo(200);
        assertThat(batch(Collections.nCopies(101, get).toArray(String[]::new)).status())
                .isEqualTo(413);
    }

    @Test
    void isTriedOutAndRepeatedAsAWhole() {
        String body = "[" + part("POST", "/phones", "{\"name\": \"1\"}") + "]";
        Answer tried = server.post("/v1/batch?dry_run=true", body);
        assertThat(tried.header("Dry-Run")).contains("true");
        assertThat(tried.json().at("/0/status").asInt()).isEqualTo(201);
        assertThat(server.get("/v1/phones").total()).isZero();
        Answer first = server.post("/v1/batch", body, "Idempotency-Key", "k");
        assertThat(server.post("/v1/batch", body, "Idempotency-Key", "k").body())
                .isEqualTo(first.body());
        assertThat(server.get("/v1/phones").total()).isEqualTo(1);
        assertThat(server.post("/v1/batch", body, "Idempotency-Key", "k2").status())
                .isEqualTo(409);
    }

    @Test
    void isServedOnlyWhenSaidSo() {
        try (SampleServer plain = SampleServer.start(store)) {
            assertThat(plain.post("/batch", "[]").status()).isEqualTo(404);
        }
    }
}
