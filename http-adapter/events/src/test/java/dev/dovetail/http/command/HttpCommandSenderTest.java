package dev.dovetail.http.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.http.sample.FakeHandler;
import dev.dovetail.notification.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpCommandSenderTest {
    private static final List<Command> COMMANDS = List.of(Command.of("daemon", "one"), Command.of("daemon", "two"));

    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();

    private HttpServer daemon(int status) throws IOException {
        return HttpServer.start(new FakeHandler(
                request -> {
                    received.add(request.method() + " " + request.path() + " " + request.query() + " "
                            + request.header("content-type").orElse("-") + " "
                            + new String(request.body(), StandardCharsets.UTF_8));
                    return FakeHandler.text(status, "said the daemon");
                },
                1000));
    }

    @Test
    void makesTheCallsInOrder() throws Exception {
        try (HttpServer daemon = daemon(204)) {
            Function<List<Command>, List<HttpCall>> calls = commands -> List.of(
                    HttpCall.post("/exec", "{\"n\": " + commands.size() + ", \"ä\": 1}"),
                    HttpCall.get("/move").parameter("old", "a b&c=ä+").parameter("new", ""),
                    HttpCall.delete("/moh").parameter("name", "x"));
            HttpCommandSender.of(URI.create(daemon.url() + "/"), calls).send(COMMANDS);
        }
        assertThat(received)
                .containsExactly(
                        "POST /exec {} application/json {\"n\": 2, \"ä\": 1}",
                        "GET /move {old=[a b&c=ä+], new=[]} - ",
                        "DELETE /moh {name=[x]} - ");
    }

    @Test
    void makesNoCallForNothing() throws Exception {
        HttpCommandSender.of(URI.create("http://127.0.0.1:1"), commands -> List.of())
                .send(COMMANDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 500, 503})
    void takesAnythingElseAsAFailure(int status) throws Exception {
        try (HttpServer daemon = daemon(status)) {
            HttpCommandSender sender = HttpCommandSender.of(
                    URI.create(daemon.url() + "/base"),
                    commands -> List.of(
                            HttpCall.post("/exec", "secret").parameter("token", "secret"), HttpCall.get("/never")));
            assertThatThrownBy(() -> sender.send(COMMANDS))
                    .isInstanceOf(IOException.class)
                    .hasMessage("POST " + daemon.url() + "/base/exec: status " + status + " (expected: 200 to 299)");
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void saysThatADaemonIsAway() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = closed.getLocalPort();
        }
        HttpCommandSender sender = HttpCommandSender.of(
                URI.create("http://127.0.0.1:" + port),
                commands -> List.of(HttpCall.get("/x").parameter("a", "secret")));
        assertThatThrownBy(() -> sender.send(COMMANDS))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("GET http://127.0.0.1:" + port + "/x: no answer (")
                .hasMessageNotContaining("secret");
    }

    @Test
    void givesUpADaemonThatDoesNotAnswer() throws Exception {
        assertGivesUp("");
    }

    /** A time-out of the client's own ends with the headers, so a body that drips in could hold the relay for ever. */
    @Test
    void givesUpAnAnswerThatNeverEnds() throws Exception {
        assertGivesUp("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
    }

    private static void assertGivesUp(String beginning) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            HttpCommandSender sender = HttpCommandSender.builder(
                            URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .requestTimeout(Duration.ofMillis(400))
                    .build(commands -> List.of(HttpCall.get("/x")));
            Thread answering = new Thread(() -> {
                try {
                    Socket socket = silent.accept();
                    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // the other side has given up, as it should
                }
            });
            answering.start();
            long start = System.nanoTime();
            assertThatThrownBy(() -> sender.send(COMMANDS))
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessage("GET http://127.0.0.1:" + silent.getLocalPort() + "/x: no answer in time");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            answering.join(5000);
            assertThat(answering.isAlive()).as("the connection is closed").isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://x", "/path", "http://user:secret@host", "http://host?x=secret", "http://host#secret"})
    void refusesABaseThatIsNone(String base) {
        assertThatThrownBy(() -> HttpCommandSender.of(URI.create(base), commands -> List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void showsNoSecretInTexts() {
        assertThat(HttpCall.post("/x", "secret").parameter("a", "secret")).hasToString("POST /x");
        assertThatThrownBy(() -> HttpCall.get("x")).isInstanceOf(IllegalArgumentException.class);
    }
}
