package dev.dovetail.http.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.jetty.RawClient;
import dev.dovetail.http.jetty.StreamHandler;
import dev.dovetail.http.sample.FakeHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DovetailServletTest {
    private static final String REST = "\r\nHost: h\r\nConnection: close\r\n\r\n";
    private static final String TAIL = " HTTP/1.1" + REST;

    private Server server;
    private int port;

    private void mount(String context, String mapping, Handler handler) throws Exception {
        start(context, mapping, new ServletContextHandler(), new ServletHolder(DovetailServlet.of(handler)));
    }

    private void start(String context, String mapping, ServletContextHandler servlets, ServletHolder servlet)
            throws Exception {
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        servlets.setContextPath(context);
        servlets.addServlet(servlet, mapping);
        server.setHandler(servlets);
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private String raw(String request) {
        return RawClient.exchange(port, request);
    }

    @Test
    void handsOverTheWholeRequest() throws Exception {
        mount("/", "/*", FakeHandler.echo(100));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/a%20b/c?x=1&y=%C3%A4"))
                .header("X-Test", "yes")
                .method("PATCH", BodyPublishers.ofString("böd"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("PATCH\n/a%20b/c\n{x=[1], y=[ä]}\nyes\nböd\nhttp://127.0.0.1:" + port);
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain;charset=utf-8");
    }

    @Test
    void cutsContextAndServletPath() throws Exception {
        mount("/ctx", "/api/v1/*", FakeHandler.echo(100));
        assertThat(raw("GET /ctx/api/v1/users/1" + TAIL))
                .contains("\n/users/1\n")
                .endsWith("\nhttp://h/ctx/api/v1");
        assertThat(raw("GET /ctx/%61pi/v1/us%65rs" + TAIL)).contains("\n/us%65rs\n");
        assertThat(raw("GET /ctx/api/v1" + TAIL)).contains("\n/\n").endsWith("\nhttp://h/ctx/api/v1");
        assertThat(raw("GET /ctx/api/v1/" + TAIL)).contains("\n/\n");
    }

    @Test
    void cutsOnlyTheContextAsDefaultServlet() throws Exception {
        mount("/ctx", "/", FakeHandler.echo(100));
        assertThat(raw("GET /ctx/users/1" + TAIL)).contains("\n/users/1\n").endsWith("\nhttp://h/ctx");
    }

    private StreamHandler mountStreams(boolean async) throws Exception {
        StreamHandler handler = new StreamHandler();
        ServletHolder servlet = new ServletHolder(DovetailServlet.of(handler));
        servlet.setAsyncSupported(async);
        start("/", "/*", new ServletContextHandler(), servlet);
        return handler;
    }

    @Test
    void sendsStreamsBitByBit() throws Exception {
        StreamHandler handler = mountStreams(true);
        try (RawClient client = new RawClient(port)) {
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            StreamHandler.Body body = handler.next();
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200").contains("text/plain");
            assertThat(body.next()).isEqualTo("started");
            for (String text : List.of("one", "two", "x".repeat(8_000_000) + "end")) {
                body.send(text);
                assertThat(client.readUntil(text.substring(text.length() - 3))).isNotEmpty();
                assertThat(body.next()).isEqualTo("taken");
            }
            body.sink().end();
            assertThat(client.readUntil("\r\n0\r\n\r\n")).isNotEmpty();
        }
    }

    @Test
    void tellsAStreamThatItsReaderHasGone() throws Exception {
        StreamHandler handler = mountStreams(true);
        StreamHandler.Body body;
        try (RawClient client = new RawClient(port)) {
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            body = handler.next();
            assertThat(body.next()).isEqualTo("started");
        }
        String last = "";
        for (int i = 0; i < 100 && !last.equals("closed"); i++) {
            body.send("anybody?");
            last = body.next();
        }
        assertThat(last).isEqualTo("closed");
    }

    @Test
    void refusesStreamsWhereTheContainerCannotWait() throws Exception {
        mountStreams(false);
        assertThat(raw("GET /" + TAIL)).startsWith("HTTP/1.1 503");
        assertThat(raw("HEAD /" + TAIL)).startsWith("HTTP/1.1 200");
    }

    @Test
    void refusesALargeBody() throws Exception {
        mount("/", "/*", FakeHandler.echo(10));
        assertThat(raw("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .endsWith("refused with 413");
        assertThat(raw("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n12345678901\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(raw("POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 10\r\n\r\n1234567890"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void answersHeadWithTheLengthOnly() throws Exception {
        mount("/", "/*", new FakeHandler(request -> FakeHandler.text(200, "text"), 0));
        assertThat(raw("HEAD /x" + TAIL)).contains("Content-Length: 4").endsWith("\r\n\r\n");
    }

    @Test
    void writesStatusAndHeaders() throws Exception {
        mount(
                "/",
                "/*",
                new FakeHandler(
                        request -> Response.of(204).with("ETag", "\"1\"").with("X-A", "b"), 0));
        assertThat(raw("DELETE /x" + TAIL))
                .startsWith("HTTP/1.1 204")
                .contains("ETag: \"1\"")
                .contains("X-A: b");
    }

    /** Jetty adds a charset to text/plain; JSON must stay as it is. */
    @Test
    void leavesTheMediaTypeAlone() throws Exception {
        mount("/", "/*", new FakeHandler(request -> Response.json(200, new byte[] {'1'}), 0));
        assertThat(raw("GET /" + TAIL)).contains("Content-Type: application/json\r\n");
    }

    /** Serves whom a filter has authenticated: the user named in the query, nobody without. */
    private void mountWithUsers() throws Exception {
        ServletContextHandler servlets = new ServletContextHandler();
        Filter authenticating = (request, response, chain) -> {
            String user = request.getParameter("as");
            chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                        @Override
                        public String getRemoteUser() {
                            return user;
                        }
                    },
                    response);
        };
        servlets.addFilter(authenticating, "/*", EnumSet.of(DispatcherType.REQUEST));
        Handler shown = new FakeHandler(
                request -> FakeHandler.text(
                        200, request.header("remote-user") + " " + request.list("Remote-User") + request.header("X-A")),
                10);
        start("/", "/*", servlets, new ServletHolder(DovetailServlet.of(shown).userIn("Remote-User")));
    }

    @Test
    void handsOnWhomTheContainerHasAuthenticated() throws Exception {
        mountWithUsers();
        assertThat(raw("GET /?as=ann HTTP/1.1\r\nX-A: a" + REST)).endsWith("Optional[ann] Optional[ann]Optional[a]");
        assertThat(raw("GET /?as=ann HTTP/1.1\r\nRemote-User: eve\r\nRemote-User: eve" + REST))
                .contains("Optional[ann] Optional[ann]")
                .doesNotContain("eve");
    }

    @Test
    void takesNoUserFromTheClient() throws Exception {
        mountWithUsers();
        assertThat(raw("GET / HTTP/1.1\r\nREMOTE-USER: eve\r\nRemote-User: eve" + REST))
                .contains("Optional.empty Optional.empty")
                .doesNotContain("eve");
    }

    @Test
    void leaksNothingOfAHandlerThatThrows() throws Exception {
        mount(
                "/",
                "/*",
                new FakeHandler(
                        request -> {
                            throw new IllegalStateException("secret");
                        },
                        10));
        assertThat(raw("GET /" + TAIL))
                .startsWith("HTTP/1.1 500")
                .doesNotContain("secret")
                .doesNotContain("xception");
    }
}
