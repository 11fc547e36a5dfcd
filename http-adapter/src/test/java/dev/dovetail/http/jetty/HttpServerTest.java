package dev.dovetail.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.sample.FakeHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@Timeout(60)
class HttpServerTest {
    private static final String TAIL = " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private void serve(Handler handler) throws IOException {
        server = HttpServer.start(handler);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private String raw(String request) {
        return RawClient.exchange(server.port(), request);
    }

    @Test
    void handsOverTheWholeRequest() throws Exception {
        serve(FakeHandler.echo(100));
        HttpResponse<String> answer = send(to("/a%20b/c?x=1&y=%C3%A4&x=2")
                .header("X-Test", "yes")
                .method("PATCH", BodyPublishers.ofString("böd")));
        assertThat(answer.body())
                .isEqualTo("PATCH\n/a%20b/c\n{x=[1, 2], y=[ä]}\nyes\nböd\nhttp://127.0.0.1:" + server.port());
    }

    @Test
    void writesStatusHeadersAndBody() throws Exception {
        serve(new FakeHandler(
                request -> FakeHandler.text(201, "made")
                        .with("Location", "/x/1")
                        .with("X-A", "1")
                        .with("X-A", "2"),
                0));
        HttpResponse<String> answer = send(to("/").GET());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("made");
        assertThat(answer.headers().allValues("x-a")).containsExactly("1", "2");
        assertThat(answer.headers().firstValue("location")).contains("/x/1");
        assertThat(answer.headers().firstValue("content-length")).contains("4");
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain;charset=utf-8");
        assertThat(answer.headers().firstValue("server")).isEmpty();
    }

    @Test
    void answersWithoutBody() {
        server = start(HttpServer.builder(), new FakeHandler(request -> Response.of(204), 0));
        assertThat(raw("DELETE /x" + TAIL))
                .startsWith("HTTP/1.1 204")
                .endsWith("\r\n\r\n")
                .doesNotContain("Content-Length");
    }

    private static HttpServer start(HttpServerBuilder builder, Handler handler) {
        try {
            return builder.start(handler);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void answersHeadWithTheLengthOnly() throws Exception {
        serve(new FakeHandler(request -> FakeHandler.text(200, "text"), 0));
        assertThat(raw("HEAD /x" + TAIL)).contains("Content-Length: 4").endsWith("\r\n\r\n");
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws Exception {
        serve(FakeHandler.echo(100));
        try (RawClient raw = new RawClient(server.port())) {
            for (int i = 0; i < 3; i++) {
                raw.send("POST /" + i + " HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi");
                assertThat(raw.readUntil("http://h")).contains("/" + i + "\n");
            }
        }
    }

    @Test
    void takesABodyInManyPieces() throws Exception {
        serve(new FakeHandler(request -> FakeHandler.text(200, "" + request.body().length), 1 << 20));
        byte[] large = new byte[1 << 20];
        assertThat(send(to("/").POST(BodyPublishers.ofByteArray(large))).body()).isEqualTo("1048576");
        HttpRequest.BodyPublisher chunked =
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large, 0, 700_001));
        assertThat(send(to("/").POST(chunked)).body()).isEqualTo("700001");
    }

    @Test
    void refusesAnAnnouncedBodyThatIsTooLargeUnread() throws Exception {
        serve(FakeHandler.echo(10));
        String answer = raw("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("Connection: close")
                .endsWith("refused with 413");
    }

    @Test
    void refusesAChunkedBodyThatGrowsTooLarge() throws Exception {
        serve(FakeHandler.echo(10));
        String answer =
                raw("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n8\r\n1234");
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("Connection: close")
                .endsWith("refused with 413");
        assertThat(raw("POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 10\r\n\r\n1234567890"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void asksForABodyThatIsAnnouncedOnly() throws Exception {
        serve(FakeHandler.echo(10));
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(raw.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            raw.send("hi");
            assertThat(raw.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void refusesALongUrl() throws Exception {
        serve(FakeHandler.echo(10));
        String fits = "/" + "x".repeat(8191);
        assertThat(raw("GET " + fits + TAIL)).startsWith("HTTP/1.1 200");
        assertThat(raw("GET " + fits + "x" + TAIL)).startsWith("HTTP/1.1 414").endsWith("refused with 414");
        assertThat(raw("GET /?" + "x".repeat(8192) + TAIL)).startsWith("HTTP/1.1 414");
        assertThat(raw("GET /" + "x".repeat(20_000) + TAIL))
                .startsWith("HTTP/1.1 414")
                .endsWith("refused with 414");
    }

    @Test
    void refusesLongHeaders() throws Exception {
        serve(FakeHandler.echo(10));
        String answer = raw("GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(17_000) + "\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 431")
                .endsWith("refused with 431")
                .doesNotContain("jetty");
    }

    @Test
    void answersWhatIsNoRequestBriefly() throws Exception {
        serve(FakeHandler.echo(10));
        for (String nonsense : List.of(
                "rubbish\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /%ff" + TAIL,
                "GET /%zz" + TAIL,
                "OPTIONS *" + TAIL,
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nabc")) {
            String answer = raw(nonsense);
            assertThat(answer).as(nonsense).startsWith("HTTP/1.1 400");
            assertThat(answer.toLowerCase(Locale.ROOT))
                    .as(nonsense)
                    .doesNotContain("jetty", "exception", "<html", "server:", "ambiguous");
            assertThat(answer)
                    .as(nonsense)
                    .contains("\r\nConnection: close\r\n")
                    .endsWith("400 Bad Request\n");
        }
    }

    @Test
    void leaksNothingOfAHandlerThatThrows() throws Exception {
        serve(new FakeHandler(
                request -> {
                    throw new IllegalStateException("secret");
                },
                10));
        String answer = raw("GET /" + TAIL);
        assertThat(answer).startsWith("HTTP/1.1 500").endsWith("500 Server Error\n");
        assertThat(answer).doesNotContain("secret").doesNotContain("IllegalState");
    }

    @Test
    void letsNoHeaderValueBreakOut() throws Exception {
        serve(new FakeHandler(request -> Response.of(204).with("X-Name", "a\r\nX-Evil: 1"), 10));
        assertThat(raw("GET /" + TAIL)).startsWith("HTTP/1.1").doesNotContain("\nX-Evil");
    }

    @Test
    void answersOverloadAtOnce() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(8);
        Handler slow = new FakeHandler(
                request -> {
                    running.countDown();
                    await(release);
                    return FakeHandler.text(200, "late");
                },
                10);
        server = HttpServer.builder().requestsInFlight(40).maxThreads(8).start(slow);
        ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new java.util.ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Thread thread = new Thread(() -> answers.add(raw("GET /" + TAIL)));
            thread.start();
            clients.add(thread);
        }
        while (answers.size() < 20) { // no thread is free, yet these come back
            Thread.sleep(10);
        }
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 503").contains("Retry-After: 1"));
        release.countDown();
        for (Thread thread : clients) {
            thread.join();
        }
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 200"))
                .hasSize(40);
        assertThat(raw("GET /" + TAIL)).startsWith("HTTP/1.1 200");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void holdsNoThreadForASlowSender() throws Exception {
        server = HttpServer.builder().maxThreads(8).start(FakeHandler.echo(100));
        List<RawClient> slow = new java.util.ArrayList<>();
        for (int i = 0; i < 50; i++) {
            slow.add(new RawClient(server.port())
                    .send("POST /slow HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 2\r\n\r\nh"));
        }
        assertThat(raw("GET /quick" + TAIL)).startsWith("HTTP/1.1 200");
        for (RawClient each : slow) {
            assertThat(each.send("i").readAll()).startsWith("HTTP/1.1 200").contains("\nhi\n");
            each.close();
        }
    }

    /** A sender that goes away must give its place back, or the limit is used up for ever. */
    @Test
    void forgetsAbandonedRequests() throws Exception {
        server = HttpServer.builder()
                .requestsInFlight(1)
                .idleTimeout(Duration.ofMillis(300))
                .start(FakeHandler.echo(9));
        for (int i = 0; i < 3; i++) {
            try (RawClient gone = new RawClient(server.port())) {
                gone.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nh");
                Thread.sleep(20);
            }
            String answer = raw("GET /" + TAIL);
            for (int tries = 0; answer.startsWith("HTTP/1.1 503") && tries < 100; tries++) {
                Thread.sleep(20);
                answer = raw("GET /" + TAIL);
            }
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void closesAnIdleConnection() throws Exception {
        server = HttpServer.builder().idleTimeout(Duration.ofMillis(200)).start(FakeHandler.echo(10));
        try (RawClient idle = new RawClient(server.port())) {
            assertThat(idle.readAll()).isEmpty();
        }
        try (RawClient halfway = new RawClient(server.port()).send("GET / HTTP/1.1\r\nHo")) {
            assertThat(halfway.readAll()).doesNotContain("200").doesNotContain("xception");
        }
        try (RawClient halfway =
                new RawClient(server.port()).send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nh")) {
            assertThat(halfway.readAll()).doesNotContain("200").doesNotContain("xception");
        }
    }

    @Test
    void letsRunningRequestsEndWhenClosed() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        serve(new FakeHandler(
                request -> {
                    started.countDown();
                    await(release);
                    return FakeHandler.text(200, "done");
                },
                10));
        ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
        Thread running = new Thread(() -> answers.add(raw("GET / HTTP/1.1\r\nHost: h\r\n\r\n")));
        running.start();
        started.await();
        Thread closing = new Thread(server::close);
        closing.start();
        closing.join(1500); // longer than an idle connection is kept then
        assertThat(closing.isAlive()).isTrue();
        release.countDown();
        closing.join();
        running.join();
        assertThat(answers)
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 200")
                .endsWith("done");
        assertThatThrownBy(() -> new RawClient(server.port())).isInstanceOf(IOException.class);
        server.close();
    }

    @Test
    void cutsOffWhatDoesNotEnd() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        server = HttpServer.builder()
                .stopTimeout(Duration.ofMillis(200))
                .start(new FakeHandler(
                        request -> {
                            started.countDown();
                            try {
                                Thread.sleep(60_000);
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                            return Response.of(204);
                        },
                        10));
        Thread running = new Thread(() -> raw("GET / HTTP/1.1\r\nHost: h\r\n\r\n"));
        running.setUncaughtExceptionHandler((thread, e) -> {});
        running.start();
        started.await();
        long before = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        interrupted.await();
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> HttpServer.builder().port(port).start(FakeHandler.echo(1)))
                    .isInstanceOf(BindException.class)
                    .hasMessage("port 127.0.0.1:" + port + " is taken");
        }
    }

    @Test
    void namesAHostThatIsNotHere() {
        assertThatThrownBy(() -> HttpServer.builder().host("192.0.2.1").port(1).start(FakeHandler.echo(1)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot listen on 192.0.2.1:1: ");
    }

    @Test
    void takesTheBaseUrlFromTheHostHeader() throws Exception {
        serve(FakeHandler.echo(10));
        assertThat(raw("GET / HTTP/1.1\r\nHost: conf.example:8080\r\nConnection: close\r\n\r\n"))
                .endsWith("\nhttp://conf.example:8080");
        assertThat(raw("GET / HTTP/1.1\r\nHost: conf.example\r\nConnection: close\r\n\r\n"))
                .endsWith("\nhttp://conf.example");
        assertThat(raw("GET / HTTP/1.1\r\nHost: [::1]:99\r\nConnection: close\r\n\r\n"))
                .endsWith("\nhttp://[::1]:99");
        assertThat(raw("GET http://other.example/p HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n"))
                .contains("\n/p\n")
                .endsWith("\nhttp://other.example");
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).endsWith("\nhttp://127.0.0.1:" + server.port());
    }

    private static final String FORWARDED =
            "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Forwarded-Proto: https\r\n"
                    + "X-Forwarded-Host: public.example\r\nX-Forwarded-Prefix: /api/confd/\r\n\r\n";

    @Test
    void believesAProxyOnlyWhenTold() throws Exception {
        serve(FakeHandler.echo(10));
        assertThat(raw(FORWARDED)).endsWith("\nhttp://h");
        server.close();
        server = HttpServer.builder().trustedProxies("127.0.0.1").start(FakeHandler.echo(10));
        assertThat(raw(FORWARDED)).endsWith("\nhttps://public.example/api/confd");
        assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Script-Name: /s\r\n\r\n"))
                .endsWith("\nhttp://h/s");
        assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Script-Name: //evil\r\n\r\n"))
                .endsWith("\nhttp://h");
    }

    private String thread(HttpServerBuilder builder) throws Exception {
        server = builder.start(new FakeHandler(
                request -> FakeHandler.text(200, Thread.currentThread().toString()), 10));
        return send(to("/").GET()).body();
    }

    @Test
    void answersOnPlatformThreadsUnlessTold() throws Exception {
        assertThat(thread(HttpServer.builder())).startsWith("Thread[").contains("dovetail-http");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void answersOnVirtualThreadsWhereThereAreSome() throws Exception {
        assertThat(thread(HttpServer.builder().virtualThreads(true)))
                .startsWith("VirtualThread[")
                .contains("dovetail-http");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void answersOnPlatformThreadsWhereThereAreNoOthers() throws Exception {
        assertThat(thread(HttpServer.builder().virtualThreads(true)))
                .startsWith("Thread[")
                .contains("dovetail-http");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> HttpServer.builder().port(65_536)).hasMessage("port: 65536 (expected: 0 to 65535)");
        assertThatThrownBy(() -> HttpServer.builder().requestsInFlight(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpServer.builder().idleTimeout(Duration.ZERO))
                .hasMessage("idleTimeout: PT0S (expected: at least 1 ms)");
    }

    @Test
    void cleansPrefixes() {
        Map<String, String> cases = Map.of("/a/", "/a", "/", "", "a", "", "/a\"b", "", "/a/b~c", "/a/b~c", "/a?b", "");
        cases.forEach((given, expected) -> assertThat(BaseUrls.clean(given)).isEqualTo(expected));
        assertThat(BaseUrls.clean(null)).isEmpty();
    }
}
