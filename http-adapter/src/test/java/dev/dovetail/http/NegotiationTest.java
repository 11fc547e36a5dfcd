package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.PlainStyle;
import dev.dovetail.http.sample.SampleServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest extends ServedTest {
    private static final String DESK = "{\"name\": \"Desk\"}";

    @Override
    HttpApi.Builder options(HttpApi.Builder api) {
        return api.routes(routes -> routes.add(Route.of(
                        "GET",
                        "/page",
                        List.of(),
                        exchange -> Response.of(200, "text/html; charset=utf-8", "p".getBytes(StandardCharsets.UTF_8)))
                .withoutToken()));
    }

    @ParameterizedTest
    @CsvSource({
        "/phones, 'GET, HEAD, OPTIONS, POST'",
        "/phones/1, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
        "/teams/t/phones, 'GET, HEAD, OPTIONS, PUT'",
        "/teams/t/phones/1, 'DELETE, OPTIONS, PUT'",
        "/page, 'GET, HEAD, OPTIONS'"
    })
    void tellsWhatAPathAllowsWithoutAToken(String path, String allowed) {
        Answer answer = server.sendAnonymously("OPTIONS", path);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Allow")).contains(allowed);
        assertThat(answer.header("Accept-Patch").isPresent()).isEqualTo(allowed.contains("PATCH"));
        assertThat(server.send("TRACE", path, null).header("Allow")).contains(allowed);
    }

    @Test
    void tellsNothingOfPathsThatAreNotThere() {
        assertThat(server.sendAnonymously("OPTIONS", "/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON; charset=UTF-8",
                "application/json;charset=\"utf-8\"",
                "application/json; version=1"
            })
    void readsJson(String type) {
        assertThat(server.post("/phones", DESK, "Content-Type", type).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "application/jsonp",
                "application/merge-patch+json",
                "json"
            })
    void refusesBodiesOfOtherMediaTypes(String type) {
        server.team("t");
        for (String write : List.of("POST /phones", "PUT /teams/t", "PUT /teams/t/phones")) {
            String[] parts = write.split(" ", -1);
            Answer answer = server.send(parts[0], parts[1], DESK, "Content-Type", type);
            assertThat(answer.status()).as(write).isEqualTo(415);
            assertThat(answer.header("Accept")).contains("application/json");
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
        }
        assertThat(server.get("/phones").total()).isZero();
    }

    @Test
    void readsPatchesOfTheirOwnMediaType() {
        server.phone(DESK);
        assertThat(server.send("PATCH", "/phones/1", "{}", "Content-Type", "application/merge-patch+json")
                        .status())
                .isEqualTo(204);
        assertThat(server.send("PATCH", "/phones/1", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(204);
        Answer answer = server.send("PATCH", "/phones/1", "[]", "Content-Type", "application/json-patch+json");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept-Patch")).contains("application/merge-patch+json, application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/*;q=0.1",
                "text/html, */*;q=0.8",
                "text/html, image/gif, *; q=.2, */*; q=.2",
                "application/json;q=0.001, text/html",
                "*/*;q=0, application/json",
                "application/problem+json",
                "nonsense"
            })
    void answersInWhatTheCallerTakes(String accept) {
        assertThat(server.get("/phones", "Accept", accept).status()).isEqualTo(200);
        assertThat(server.post("/phones", DESK, "Accept", accept).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml, text/*",
                "application/json;q=0, text/html",
                "*/*, application/json;q=0.0, application/problem+json; q=0",
                "application/*;q=0, */*"
            })
    void refusesCallersWhoTakeNoJson(String accept) {
        for (String read : List.of("/phones", "/phones/1")) {
            server.post("/phones", DESK);
            Answer answer = server.get(read, "Accept", accept);
            assertThat(answer.status()).as(read).isEqualTo(406);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
        }
        assertThat(server.post("/phones", "{\"name\": \"2\"}", "Accept", accept).status())
                .isEqualTo(406);
        assertThat(server.get("/phones").total()).isEqualTo(1);
    }

    @Test
    void answersOtherMediaTypesToThoseWhoTakeThem() {
        assertThat(server.get("/page", "Accept", "text/html").status()).isEqualTo(200);
        assertThat(server.get("/page", "Accept", "application/json").status()).isEqualTo(406);
    }

    @Test
    void looksAtNoMediaTypeWhenTheProtocolIsBasic() {
        try (SampleServer basic = SampleServer.start(store, api -> api.style(new PlainStyle()))) {
            Answer created = basic.post("/phones", DESK, "Content-Type", "text/plain", "Accept", "text/html");
            assertThat(created.status()).isEqualTo(201);
            assertThat(basic.get("/phones/1", "Accept", "text/html").status()).isEqualTo(200);
            for (String method : List.of("OPTIONS", "PATCH")) {
                Answer answer = basic.send(method, "/phones/1", "{}");
                assertThat(answer.status()).isEqualTo(405);
                assertThat(answer.header("Allow")).contains("DELETE, GET, HEAD, PUT");
            }
        }
    }
}
