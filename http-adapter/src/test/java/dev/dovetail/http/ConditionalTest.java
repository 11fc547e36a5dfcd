package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.PlainStyle;
import dev.dovetail.http.sample.SampleServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalTest extends ServedTest {
    private static final String DESK = "{\"name\": \"Desk\"}";

    @Test
    void tagsObjectsByTheirVersion() {
        assertThat(server.post("/phones", DESK).header("ETag")).contains("\"1\"");
        assertThat(server.get("/phones/1").header("ETag")).contains("\"1\"");
        assertThat(server.send("HEAD", "/phones/1", null).header("ETag")).contains("\"1\"");
        assertThat(server.put("/phones/1", "{\"description\": \"d\"}").header("ETag"))
                .contains("\"2\"");
        assertThat(server.put("/phones/1", "{}").header("ETag")).contains("\"2\"");
        assertThat(server.get("/phones/1").header("ETag")).contains("\"2\"");
    }

    @Test
    void tagsNothingWithoutAVersion() {
        server.team("t");
        assertThat(server.get("/teams/t").header("ETag")).isEmpty();
        assertThat(server.get("/phones").header("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"x\", \"1\"", "\"x\",,W/\"1\" ,", "*", " * "})
    void answersNotModifiedWhenTheCallerHasIt(String tags) {
        server.phone(DESK);
        for (String method : List.of("GET", "HEAD")) {
            Answer answer = server.send(method, "/phones/1", null, "If-None-Match", tags);
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).contains("\"1\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"\"", "\"11\", W/\"01\""})
    void answersTheObjectWhenTheCallerHasAnother(String tags) {
        server.phone(DESK);
        Answer answer = server.get("/phones/1", "If-None-Match", tags);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("name").asString()).isEqualTo("Desk");
    }

    @Test
    void seesNoStateOfWhatIsNotThere() {
        assertThat(server.get("/phones/1", "If-None-Match", "*").status()).isEqualTo(404);
        assertThat(server.put("/phones/1", "{}", "If-Match", "*").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"7\", \"1\"", "*"})
    void writesWhenTheStateIsTheOneWanted(String tags) {
        server.phone(DESK);
        assertThat(server.get("/phones/1", "If-Match", tags).status()).isEqualTo(200);
        assertThat(server.put("/phones/1", "{\"description\": \"d\"}", "If-Match", tags)
                        .status())
                .isEqualTo(204);
        assertThat(server.delete("/phones/1", "If-Match", "\"2\"").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"1\"", "\"\"", "\"x\", W/\"1\""})
    void refusesToWriteToAnotherState(String tags) {
        server.phone(DESK);
        for (String method : List.of("PUT", "DELETE", "GET")) {
            Answer answer = server.send(method, "/phones/1", "{\"name\": \"other\"}", "If-Match", tags);
            assertThat(answer.status()).as(method).isEqualTo(412);
            assertThat(answer.violations()).containsExactly("stale-version");
        }
        assertThat(server.get("/phones/1").body()).contains("Desk", "\"version\":1");
    }

    @Test
    void refusesToWriteToAStateThatIsNotWanted() {
        server.phone(DESK);
        assertThat(server.put("/phones/1", "{}", "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(server.put("/phones/1", "{}", "If-None-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(server.put("/phones/1", "{}", "If-None-Match", "\"2\"").status())
                .isEqualTo(204);
    }

    @Test
    void meetsNoConditionWithoutAVersion() {
        server.team("t");
        int phone = server.phone(DESK);
        assertThat(server.put("/teams/t", "{\"title\": \"T\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(server.put("/teams/t", "{\"title\": \"T\"}", "If-Match", "*").status())
                .isEqualTo(204);
        assertThat(server.put("/teams/t/phones/" + phone, "", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(server.get("/teams/t").json().get("phones")).isEmpty();
        assertThat(server.put("/teams/t/phones/" + phone, "", "If-Match", "*").status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "w/\"1\"", "\"1\" \"2\"", "*, \"1\"", "\"a b\"", ",", "W/ \"1\""})
    void refusesMalformedConditions(String tags) {
        server.phone(DESK);
        for (String header : List.of("If-Match", "If-None-Match")) {
            Answer answer = server.put("/phones/1", "{\"name\": \"other\"}", header, tags);
            assertThat(answer.status()).as(header).isEqualTo(400);
            assertThat(answer.json().at("/violations/0/details/header").asString())
                    .isEqualTo(header);
            assertThat(server.get("/phones/1", header, tags).status()).isEqualTo(400);
        }
        assertThat(server.get("/phones/1").body()).contains("Desk");
    }

    @Test
    void letsOneOfManyEditsFromTheSameStateThrough() throws Exception {
        server.phone(DESK);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 1; round <= 5; round++) {
                String tag = "\"" + round + "\"";
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String body = "{\"description\": \"" + round + "." + i + "\"}";
                    answers.add(threads.submit(
                            () -> server.put("/phones/1", body, "If-Match", tag).status()));
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsOnlyOnce(204).contains(412).containsOnly(204, 412);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void looksAtNoConditionWhenTheProtocolIsBasic() {
        try (SampleServer basic = SampleServer.start(store, api -> api.style(new PlainStyle()))) {
            basic.phone(DESK);
            Answer answer = basic.get("/phones/1", "If-None-Match", "\"1\"");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEmpty();
            assertThat(basic.put("/phones/1", "{}", "If-Match", "nonsense").status())
                    .isEqualTo(204);
        }
    }
}
