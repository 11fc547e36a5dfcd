package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.idempotency.IdempotencyStore;
import dev.dovetail.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "{0}")
@EnumSource(Stores.class)
class IdempotencyTest {
    private static final String TEAM = "{\"code\": \"t\", \"title\": \"T\"}";

    private final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @Parameter
    Stores store;

    private SampleServer server;

    @BeforeEach
    void serve() {
        server = start(store);
    }

    private SampleServer start(Stores over) {
        return SampleServer.start(
                over,
                registry -> registry.plugins(Sample.plugins()).clock(clock),
                (opened, api) -> api.idempotency(IdempotencyStore.in(opened)).routes(routes -> {
                    routes.resource(Sample.TEAMS)
                            .path("/slow")
                            .methods(ResourceRoutes.Method.CREATE)
                            .created(team -> waitForTheOther())
                            .add();
                    routes.add(Route.of("POST", "/rockets", List.of(), exchange -> Response.of(204)));
                }));
    }

    private void waitForTheOther() {
        entered.countDown();
        try {
            leave.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer post(String path, String body, String key, String... more) {
        List<String> headers = new ArrayList<>(List.of("Idempotency-Key", key));
        headers.addAll(List.of(more));
        return server.post(path, body, headers.toArray(String[]::new));
    }

    @Test
    void doesWhatIsRepeatedOnce() {
        String body = "{\"name\": \"Ä\"}";
        Answer first = post("/phones", body, "\"k-1\"");
        server.put("/phones/1", "{\"description\": \"later\"}");
        Answer again = post("/phones", body, "\"k-1\"");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.header(header)).as(header).isPresent().isEqualTo(first.header(header));
        }
        assertThat(server.get("/phones").total()).isEqualTo(1);
        assertThat(post("/phones", "{\"name\": \"other\"}", "k-2").status()).isEqualTo(201);
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        post("/teams", TEAM, "k");
        for (Answer answer : List.of(
                post("/teams", "{\"code\": \"t\", \"title\": \"other\"}", "k"),
                post("/phones", TEAM, "k"),
                post("/teams?dry_run=false", TEAM, "k"))) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.violations()).containsExactly("not-permitted");
        }
        assertThat(server.get("/teams").total()).isEqualTo(1);
    }

    @Test
    void tellsTheKeysOfCallersApart() {
        post("/phones", "{\"name\": \"1\"}", "k");
        String child = "Bearer " + SampleServer.CHILD_TOKEN;
        assertThat(post("/phones", "{\"name\": \"2\"}", "k", "Authorization", child)
                        .status())
                .isEqualTo(201);
        assertThat(post("/phones", "{\"name\": \"3\"}", "k", "Tenant", "acme-child")
                        .status())
                .isEqualTo(201);
        assertThat(server.get("/phones?recurse=true").items("name")).containsExactly("1", "2", "3");
    }

    @Test
    void keepsNoRequestThatFails() {
        assertThat(post("/teams", "{\"code\": \"t\"}", "k").status()).isEqualTo(400);
        assertThat(post("/teams", TEAM, "k").status()).isEqualTo(201);
        assertThat(post("/teams", TEAM, "k2").status()).isEqualTo(409);
        server.delete("/teams/t");
        assertThat(post("/teams", TEAM, "k2").status()).isEqualTo(201);
    }

    @Test
    void refusesARepetitionOfWhatIsBeingDone() throws Exception {
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> post("/slow", TEAM, "k"));
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        Answer second = post("/slow", TEAM, "k");
        leave.countDown();
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.violations()).containsExactly("in-progress");
        assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
        assertThat(post("/slow", TEAM, "k").status()).isEqualTo(201);
        assertThat(server.get("/teams").total()).isEqualTo(1);
    }

    @Test
    void doesOnceWhatManySendAtOnce() throws Exception {
        leave.countDown();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 5; round++) {
                String key = "k" + round;
                String body = "{\"name\": \"" + round + "\"}";
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    answers.add(threads.submit(() -> post("/phones", body, key).status()));
                }
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isIn(201, 409);
                }
                assertThat(post("/phones", body, key).status()).isEqualTo(201);
                assertThat(server.get("/phones").total()).isEqualTo(round + 1);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void forgetsAfterADay() {
        post("/teams", TEAM, "k");
        server.delete("/teams/t");
        clock.pass(Duration.ofHours(23));
        post("/teams", TEAM, "k");
        assertThat(server.get("/teams").total()).isZero();
        clock.pass(Duration.ofHours(1));
        assertThat(post("/teams", TEAM, "k").status()).isEqualTo(201);
        assertThat(server.get("/teams").total()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a", "a b", "a\"b"})
    void refusesMalformedKeys(String key) {
        Answer answer = post("/teams", TEAM, key);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("header");
        assertThat(server.get("/teams").total()).isZero();
    }

    @Test
    void refusesWhereItCannotKnow() {
        assertThat(post("/rockets", "", "k").violations()).containsExactly("not-understood");
    }

    @Test
    void keepsNothingOfWhatIsTriedOut() {
        assertThat(post("/teams?dry_run=true", TEAM, "k").status()).isEqualTo(201);
        assertThat(post("/teams", TEAM, "k").header("Dry-Run")).isEmpty();
        assertThat(server.get("/teams").total()).isEqualTo(1);
    }

    @Test
    void ignoresKeysUnlessToldToKeepThem() {
        try (SampleServer plain = SampleServer.start(store)) {
            plain.post("/teams", TEAM, "Idempotency-Key", "k");
            assertThat(plain.post("/teams", TEAM, "Idempotency-Key", "k").status())
                    .isEqualTo(409);
        }
    }
}
