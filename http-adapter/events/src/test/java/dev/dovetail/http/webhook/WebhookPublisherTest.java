package dev.dovetail.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.outbox.EventPublisher.Outcome;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class WebhookPublisherTest {
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

    /** Is what the target got. */
    private record Got(String type, String signature, String body) {}

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile Answer answer = status(204);

    private static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            got.add(new Got(
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Dovetail-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private WebhookPublisher.Builder publisher() {
        return WebhookPublisher.to(url(), SECRET, JacksonCodec.snakeCase())
                .source("/office")
                .timeout(Duration.ofMillis(800))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static OutboxEntry event(int number) {
        return event(number, null);
    }

    private static OutboxEntry event(int number, @Nullable String traceId) {
        return new OutboxEntry(
                        new UUID(1, number),
                        new UUID(2, 2),
                        OutboxEntry.Kind.EVENT,
                        "line_created",
                        "Line/" + number,
                        Map.of(),
                        new OutboxEntry.Encoded("{\"id\":" + number + ",\"name\":\"ü\"}", JacksonCodec.snakeCase()),
                        Instant.parse("2026-11-24T10:00:00Z"),
                        null,
                        traceId,
                        0)
                .to("hook");
    }

    private Outcome publish(WebhookPublisher.Builder builder) throws InterruptedException {
        return builder.build().publish(List.of(event(1))).get(0);
    }

    @Test
    void postsASignedCloudEvent() throws Exception {
        assertThat(publish(publisher())).isEqualTo(Outcome.DONE);

        assertThat(got).singleElement().satisfies(one -> {
            assertThat(one.type()).isEqualTo("application/cloudevents+json; charset=utf-8");
            assertThat(JsonMapper.shared().readTree(one.body()))
                    .isEqualTo(JsonMapper.shared().readTree("""
                            {"specversion": "1.0", "id": "00000000-0000-0001-0000-000000000001", "source": "/office",
                             "type": "line_created", "subject": "Line/1", "time": "2026-11-24T10:00:00Z",
                             "datacontenttype": "application/json", "data": {"id": 1, "name": "ü"}}
                            """));
        });
    }

    /** CloudEvents, extension for distributed tracing. */
    @Test
    void continuesTheTraceOfTheRequest() throws Exception {
        publisher().build().publish(List.of(event(1, "0af7651916cd43dd8448eb211c80319c")));

        assertThat(got)
                .singleElement()
                .satisfies(one -> assertThat(JsonMapper.shared()
                                .readTree(one.body())
                                .path("traceparent")
                                .asString())
                        .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-0000000000000001-00"));
    }

    /** The value was computed by {@code openssl dgst -sha256 -hmac}. */
    @Test
    void signsTheTimeAndTheBody() throws Exception {
        assertThat(Signature.by(SECRET).of(1_790_000_000L, "{\"a\":1}"))
                .isEqualTo("t=1790000000,v1=d569e4518fe6f4620fd6639233427e7df5e5394d8f14c85c1063b8d90a724dcb");
        publish(publisher());
        assertThat(got.get(0).signature())
                .isEqualTo(
                        Signature.by(SECRET).of(NOW.getEpochSecond(), got.get(0).body()));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 502, 503, 504})
    void takesTheTargetForAway(int status) throws Exception {
        answer = status(status);
        assertThat(publish(publisher())).isEqualTo(Outcome.away("answered " + status + " (expected: 2xx)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410, 500})
    void takesTheEventForRefused(int status) throws Exception {
        answer = status(status);
        assertThat(publish(publisher())).isEqualTo(Outcome.refused("answered " + status + " (expected: 2xx)"));
    }

    @Test
    void followsNoRedirect() throws Exception {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", url() + "/other");
            exchange.sendResponseHeaders(307, -1);
        };
        assertThat(publish(publisher()).error()).isEqualTo("answered 307 (expected: 2xx)");
        assertThat(got).hasSize(1);
    }

    @Test
    void waitsForNoAnswerLongerThanItsTimeOut() throws Exception {
        answer = exchange -> pause(5_000);
        long begun = System.nanoTime();
        Outcome outcome = publish(publisher());
        assertThat(outcome.away()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void readsNoAnswerWithoutEnd() throws Exception {
        AtomicInteger written = new AtomicInteger();
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] much = new byte[64 * 1024];
                for (int i = 0; i < 10_000; i++) {
                    out.write(much);
                    written.incrementAndGet();
                }
            }
        };
        assertThat(publish(publisher())).isEqualTo(Outcome.DONE);
        assertThat(written.get()).as("of 10,000").isLessThan(2_000);
    }

    @Test
    void isNotHeldUpByAnAnswerThatDrips() throws Exception {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 100; i++) {
                out.write('x');
                out.flush();
                pause(100);
            }
        };
        long begun = System.nanoTime();
        assertThat(publish(publisher()).away()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void postsSeveralAtOnce() throws Exception {
        answer = exchange -> {
            pause(300);
            exchange.sendResponseHeaders(204, -1);
        };
        WebhookPublisher publisher = publisher().build();
        List<OutboxEntry> events = new ArrayList<>();
        for (int i = 0; i < publisher.most(); i++) {
            events.add(event(i));
        }
        long begun = System.nanoTime();
        assertThat(publisher.publish(events)).hasSize(8).containsOnly(Outcome.DONE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(8 * 300));
    }

    @Test
    void postsOnlyWhatIsWanted() throws Exception {
        assertThat(publish(publisher().only(event -> event.name().equals("other"))))
                .isEqualTo(Outcome.DONE);
        assertThat(got).isEmpty();
    }

    @Test
    void takesATargetThatIsNotThereForAway() throws Exception {
        server.stop(0);
        assertThat(publish(publisher()).away()).isTrue();
    }

    @Test
    void refusesWhatIsNoTargetAndWeakSecrets() {
        assertThatThrownBy(() -> WebhookPublisher.to(URI.create("ftp://a/b"), SECRET, JacksonCodec.create()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookPublisher.to(url(), new byte[15], JacksonCodec.create())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("secret: 15 bytes (expected: >= 16)");
    }
}
