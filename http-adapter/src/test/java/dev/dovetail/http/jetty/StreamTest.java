package dev.dovetail.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.http.jetty.StreamHandler.Body;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final String MEGABYTES = "x".repeat(16 * 1024 * 1024);

    private final StreamHandler handler = new StreamHandler();
    private HttpServer server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        start(Duration.ofMillis(300));
    }

    private void start(Duration idleTimeout) throws Exception {
        server = HttpServer.builder()
                .idleTimeout(idleTimeout)
                .requestsInFlight(1)
                .start(handler);
        client = new RawClient(server.port());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    private Body opened() throws Exception {
        client.send(GET);
        Body body = handler.next();
        assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200").contains("text/plain");
        assertThat(body.next()).isEqualTo("started");
        return body;
    }

    /** Waits until a connection that is opened now is closed, since it is idle. */
    private void awaitIdleTimeout() throws Exception {
        try (RawClient idle = new RawClient(server.port())) {
            assertThat(idle.readAll()).isEmpty();
        }
    }

    @Test
    void sendsBitByBitAndServesTheConnectionsNextRequest() throws Exception {
        Body body = opened();
        body.send("one");
        assertThat(client.readUntil("one")).isEqualTo("3\r\none");
        assertThat(body.next()).isEqualTo("taken");
        body.send("three");
        assertThat(client.readUntil("three")).isEqualTo("\r\n5\r\nthree");
        assertThat(body.next()).isEqualTo("taken");
        body.sink().end();
        assertThat(client.readUntil("0\r\n\r\n")).isEqualTo("\r\n0\r\n\r\n");
        opened();
    }

    @Test
    void staysOpenWhileNothingIsSent() throws Exception {
        Body body = opened();
        awaitIdleTimeout();
        body.send("late");
        assertThat(client.readUntil("late")).isNotEmpty();
    }

    @Test
    void tellsTheBodyThatItsReaderHasGone() throws Exception {
        Body body = opened();
        client.close();
        String last = "";
        for (int i = 0; i < 100 && !last.equals("closed"); i++) {
            body.send("anybody?");
            last = body.next();
        }
        assertThat(last).isEqualTo("closed");
        assertThat(body.nextSoon()).isNull();
        client = new RawClient(server.port());
        opened(); // the one request in flight that there may be
    }

    @Test
    void dropsAReaderThatTakesNothingForTheIdleTimeout() throws Exception {
        Body body = opened();
        body.send(MEGABYTES);
        assertThat(body.next()).isEqualTo("closed");
    }

    @Test
    void cutsOffAReaderThatTakesNothing() throws Exception {
        stop();
        start(Duration.ofSeconds(30));
        Body body = opened();
        body.send(MEGABYTES);
        assertThat(body.nextSoon()).as("more than the network takes").isNull();
        body.sink().abort();
        assertThat(body.next()).isEqualTo("closed");
        Throwable cut = catchThrowable(() -> {
            String rest = client.readAll();
            assertThat(rest).hasSizeLessThan(MEGABYTES.length());
        });
        assertThat(cut == null || cut instanceof java.io.IOException)
                .as("" + cut)
                .isTrue();
        client = new RawClient(server.port());
        opened();
    }

    @Test
    void cutsOffWhatIsIdle() throws Exception {
        Body body = opened();
        body.sink().abort();
        assertThat(body.next()).isEqualTo("closed");
        assertThat(client.readAll()).isEmpty();
    }

    @Test
    void endsBodiesWhenItStops() throws Exception {
        Body body = opened();
        long begun = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(body.next()).isEqualTo("closed");
        assertThat(client.readAll()).isEqualTo("0\r\n\r\n");
    }

    @Test
    void sendsTheHeadAlone() throws Exception {
        client.send("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertThat(client.readAll())
                .startsWith("HTTP/1.1 200")
                .contains("text/plain")
                .endsWith("\r\n\r\n");
        assertThat(handler.next().nextSoon()).isNull();
    }
}
