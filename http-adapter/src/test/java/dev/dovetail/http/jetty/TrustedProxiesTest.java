package dev.dovetail.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.http.sample.FakeHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TrustedProxiesTest {
    private static final String X_FORWARDED =
            "X-Forwarded-Proto: https\nX-Forwarded-Host: public.example\nX-Forwarded-Prefix: /api";
    private static final String FORWARDED = "Forwarded: for=192.0.2.1;proto=https;host=public.example";

    /** Sends header fields, a line each, from an address of this machine, and returns the last line of the answer. */
    private static String ask(String to, int port, String from, String headers) {
        String lines = headers.isEmpty() ? "" : headers.replace("\n", "\r\n") + "\r\n";
        try (Socket socket = new Socket(InetAddress.getByName(to), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream()
                    .write(("GET /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + lines + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 200");
            return answer.substring(answer.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String baseUrl(HttpServer server, String from, String headers) {
        return ask("127.0.0.1", server.port(), from, headers);
    }

    private static HttpServer serve(String... networks) throws IOException {
        return HttpServer.builder().trustedProxies(networks).start(FakeHandler.echo(10));
    }

    @Test
    void believesNobodyUnlessTold() throws IOException {
        try (HttpServer server = HttpServer.start(FakeHandler.echo(10))) {
            assertThat(baseUrl(server, "127.0.0.1", X_FORWARDED)).isEqualTo("http://h");
            assertThat(baseUrl(server, "127.0.0.1", FORWARDED)).isEqualTo("http://h");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "127.0.0.2/31", "127.0.0.2/32"})
    void believesDeclaredProxiesAlone(String declared) throws IOException {
        try (HttpServer server = serve("192.0.2.0/24", declared)) {
            assertThat(baseUrl(server, "127.0.0.2", X_FORWARDED)).isEqualTo("https://public.example/api");
            assertThat(baseUrl(server, "127.0.0.2", FORWARDED)).isEqualTo("https://public.example");
            assertThat(baseUrl(server, "127.0.0.1", X_FORWARDED)).isEqualTo("http://h");
            assertThat(baseUrl(server, "127.0.0.1", FORWARDED)).isEqualTo("http://h");
            assertThat(baseUrl(server, "127.0.0.1", "X-Script-Name: /s\nX-Forwarded-Port: 81"))
                    .isEqualTo("http://h");
        }
    }

    @ParameterizedTest
    @CsvSource({"::1, true", "::/64, true", "0:0:0:0:0:0:0:1, true", "::2, false", "fd00::/8, false", "0.0.0.0/0, false"
    })
    void knowsProxiesByTheirIpv6Addresses(String declared, boolean believed) throws IOException {
        try (HttpServer server =
                HttpServer.builder().host("::1").trustedProxies(declared).start(FakeHandler.echo(10))) {
            assertThat(ask("::1", server.port(), "::1", X_FORWARDED))
                    .isEqualTo(believed ? "https://public.example/api" : "http://h");
        }
    }

    /** What is left of the last proxy's element is what the client sent: a host in it must not end up in links. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded: for=9.9.9.9;host=evil, for=192.0.2.1;host=good;proto=https | https://good",
                "Forwarded: host=evil, for=192.0.2.1;host=good, for=127.0.0.9;host=inner | http://good",
                "Forwarded: host=evil, for=192.0.2.1;host=good, for=127.0.0.9 | http://good",
                "Forwarded: for=_hidden;host=evil, for=unknown;host=good | http://good",
                "Forwarded: host=evil, for=\"[2001:db8::1]:4711\";host=good | http://good",
                "Forwarded: host=evil;for=\", for=192.0.2.1;host=good | http://h",
                "Forwarded: host=evil;for=\", for=\"[2001:db8::1]\";by=\"[::1]\" | http://h",
                "Forwarded: host=evil, for=\"x, for=192.0.2.1;host=good | http://h",
                "Forwarded: for=1.1.1.1;host=one, for=127.0.0.3;host=two, for=127.0.0.4;host=three | http://one",
                "X-Forwarded-Host: evil, good | http://good",
                "X-Forwarded-Proto: ftp, https | https://h",
                "X-Forwarded-For: 9.9.9.9, 192.0.2.1~X-Forwarded-Host: evil, good | http://good",
                "X-Forwarded-For: 192.0.2.1, 127.0.0.9:80~X-Forwarded-Host: evil, good, inner | http://good",
                "X-Forwarded-For: 192.0.2.1, 127.0.0.9~X-Forwarded-Proto: https | https://h",
                "X-Forwarded-For: 192.0.2.1~X-Forwarded-Prefix: /evil~X-Forwarded-Prefix: /api | http://h/api",
                "X-Forwarded-Proto: https~Forwarded: host=evil | https://h",
                "X-Forwarded-For: 192.0.2.1~Forwarded: for=192.0.2.1;host=evil | http://h",
                "Forwarded: host=evil~Forwarded: for=192.0.2.1;host=good | http://good",
                "Forwarded: host=good ; proto=https | https://good",
                "X-Forwarded-For: \"~X-Forwarded-Host: \", good | http://good",
                "X-Forwarded-Host: good, a b | http://h",
                "X-Forwarded-Server: evil | http://h",
                "X-Proxied-Https: on | http://h"
            })
    void takesTheElementThatTheLastProxyAdded(String headers, String expected) throws IOException {
        try (HttpServer server = serve("127.0.0.0/8")) {
            assertThat(baseUrl(server, "127.0.0.1", headers.replace('~', '\n'))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For: 9.9.9.9, 192.0.2.1 | 192.0.2.1",
                "X-Forwarded-For: 9.9.9.9, 192.0.2.1, 127.0.0.9 | 192.0.2.1",
                "X-Forwarded-For: 9.9.9.9~X-Forwarded-For: 192.0.2.1~X-Forwarded-For: 127.0.0.9 | 192.0.2.1",
                "X-Forwarded-For: 9.9.9.9, 2001:db8::1, [fd00::7]:443 | [2001:db8::1]",
                "X-Forwarded-For: 127.0.0.8, 127.0.0.9 | 127.0.0.8",
                "Forwarded: for=9.9.9.9, for=192.0.2.1 | 192.0.2.1",
                "Forwarded: for=9.9.9.9, for=192.0.2.1, For=\"[fd00::7]\";proto=http | 192.0.2.1",
                "Forwarded: for=9.9.9.9, proto=http | 127.0.0.1",
                "X-Other: 1 | 127.0.0.1"
            })
    void takesForTheClientTheRightmostThatIsNoProxy(String headers, String expected) throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new TrustedProxies(List.of("127.0.0.0/8", "fd00::/8")));
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                String address = "\n" + Request.getRemoteAddr(request);
                response.write(true, ByteBuffer.wrap(address.getBytes(StandardCharsets.US_ASCII)), callback);
                return true;
            }
        });
        server.start();
        try {
            assertThat(ask("127.0.0.1", connector.getLocalPort(), "127.0.0.1", headers.replace('~', '\n')))
                    .isEqualTo(expected);
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "proxy.example",
                "10",
                "10.1",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-8",
                "10.0.0.0/8/8",
                "10.0.0.1/8",
                "10.0.0.0-10.0.0.9",
                "10.0-9.0.0",
                " 10.0.0.0/8",
                "::1/129",
                "::1/64",
                "/8"
            })
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> HttpServer.builder().trustedProxies("127.0.0.1", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("trusted proxy: " + text + " (expected: an address such as 10.0.0.7");
    }
}
