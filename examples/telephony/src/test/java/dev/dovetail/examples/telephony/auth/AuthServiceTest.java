package dev.dovetail.examples.telephony.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.examples.telephony.setup.SetupException;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthServiceTest {
    private static final UUID MASTER = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID SUB = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final String ME = "33333333-3333-4333-8333-333333333333";
    private static final Duration REMEMBER = Duration.ofMinutes(1);

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private HttpServer service;
    private volatile int status = 200;
    private volatile long delay;

    @BeforeEach
    void startService() throws IOException {
        start(0);
    }

    private void start(int port) throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        service.setExecutor(Executors.newCachedThreadPool());
        service.createContext("/0.1/token", this::token);
        service.createContext("/0.1/tenants", this::tenants);
        service.start();
    }

    @AfterEach
    void stopService() {
        service.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                + (authorization == null ? "" : " " + authorization));
        answer(
                exchange,
                "{\"data\":{\"token\":\"t\",\"acl\":[\"#\"],\"metadata\":{\"uuid\":\"" + ME + "\",\"pbx_user_uuid\":\""
                        + ME + "\",\"tenant_uuid\":\"" + MASTER + "\"}}}");
    }

    private void tenants(HttpExchange exchange) throws IOException {
        calls.add("GET tenants " + exchange.getRequestHeaders().getFirst("X-Auth-Token") + " "
                + exchange.getRequestHeaders().getFirst("Wazo-Tenant"));
        answer(exchange, "{\"total\":2,\"items\":[{\"uuid\":\"" + MASTER + "\"},{\"uuid\":\"" + SUB + "\"}]}");
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] bytes = status == 200 ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private AuthService auth(Duration remember) {
        return AuthService.at(
                URI.create(
                        "http://confd:p%40ss@127.0.0.1:" + service.getAddress().getPort()),
                remember);
    }

    private static Scope scope(Authentication auth, String token, String tenant) {
        Credentials credentials = new Credentials(token, "confd.users.1.read", tenant);
        Principal principal = auth.tokens().verify(credentials);
        return auth.tenants().resolve(principal, credentials);
    }

    private static ErrorKind refusal(Authentication auth, String token, String tenant) {
        try {
            scope(auth, token, tenant);
        } catch (DovetailException e) {
            return e.kind();
        }
        throw new AssertionError("not refused");
    }

    @Test
    void asksOnceForCheckAndData() {
        Scope scope = scope(auth(REMEMBER), "a b/c", null);
        assertThat(scope.home()).contains(MASTER);
        assertThat(scope.visible()).containsExactly(MASTER, SUB);
        assertThat(calls)
                .containsExactly("GET /0.1/token/a%20b%2Fc?scope=confd.users.1.read", "GET tenants a b/c " + MASTER);
    }

    @Test
    void asksForTheTenantWanted() {
        assertThat(scope(auth(REMEMBER), "t", SUB.toString()).home()).contains(SUB);
        assertThat(calls)
                .containsExactly("GET /0.1/token/t?scope=confd.users.1.read&tenant=" + SUB, "GET tenants t " + SUB);
        assertThat(scope(auth(REMEMBER), "t", "").home()).contains(MASTER);
    }

    @Test
    void remembersWhatIsGranted() {
        AuthService auth = auth(REMEMBER);
        scope(auth, "t", null);
        scope(auth, "t", null);
        assertThat(calls).hasSize(2);
        scope(auth, "other", null);
        assertThat(calls).hasSize(4);
    }

    @Test
    void remembersNothingIfToldSo() {
        AuthService auth = auth(Duration.ZERO);
        scope(auth, "t", null);
        scope(auth, "t", null);
        assertThat(calls).hasSize(4);
    }

    @Test
    void letsANewTokenWorkAtOnce() {
        AuthService auth = auth(REMEMBER);
        status = 404;
        assertThat(refusal(auth, "t", null)).isEqualTo(ErrorKind.UNAUTHENTICATED);
        status = 403;
        assertThat(refusal(auth, "t", null)).isEqualTo(ErrorKind.FORBIDDEN);
        status = 200;
        assertThat(scope(auth, "t", null).home()).contains(MASTER);
    }

    @Test
    void refusesTenantsThatAreNone() {
        assertThat(refusal(auth(REMEMBER), "t", "nope")).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(refusal(auth(REMEMBER), "..", null)).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(calls).isEmpty();
    }

    @Test
    void recoversWithTheService() throws IOException {
        AuthService auth = auth(REMEMBER);
        int port = service.getAddress().getPort();
        service.stop(0);
        assertThat(refusal(auth, "t", null)).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
        assertThat(auth.masterTenant()).isEmpty();
        start(port);
        assertThat(scope(auth, "t", null).home()).contains(MASTER);
        assertThat(auth.masterTenant()).contains(MASTER);
        status = 500;
        assertThat(refusal(auth, "t2", null)).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
    }

    @Test
    void doesNotWaitForASlowService() {
        AuthService auth = auth(REMEMBER);
        delay = 5_000;
        long start = System.nanoTime();
        assertThat(refusal(auth, "t", null)).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void learnsTheMasterTenantOnce() {
        AuthService auth = auth(REMEMBER);
        assertThat(auth.masterTenant()).contains(MASTER);
        assertThat(auth.masterTenant()).contains(MASTER);
        assertThat(calls).containsExactly("POST /0.1/token Basic Y29uZmQ6cEBzcw==");
    }

    @Test
    void refusesAUrlWithoutAccount() {
        assertThatThrownBy(() -> AuthService.at(URI.create("http://127.0.0.1:9497"), REMEMBER))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("--auth: ");
    }
}
