package dev.dovetail.examples.telephony.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.setup.SetupException;
import dev.dovetail.examples.telephony.testing.Await;
import dev.dovetail.examples.telephony.testing.StandInAuth;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthServiceTest {
    private static final UUID MASTER = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID SUB = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final Duration REMEMBER = Duration.ofMinutes(1);

    private final StandInAuth service = new StandInAuth();

    @BeforeEach
    void startService() {
        service.start();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    private AuthService auth(Duration remember) {
        return AuthService.at(URI.create(service.url()), remember);
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

    @Covers({
        "conventions/2/1",
        "services/authentication_service/1",
        "services/authentication_service/2",
        "services/authentication_service/3"
    })
    @Test
    void asksOnceForCheckAndData() {
        Scope scope = scope(auth(REMEMBER), "a b/c", null);
        assertThat(scope.home()).contains(MASTER);
        assertThat(scope.visible()).containsExactly(MASTER, SUB);
        assertThat(service.calls())
                .containsExactly("GET /0.1/token/a%20b%2Fc?scope=confd.users.1.read", "GET tenants a b/c " + MASTER);
    }

    @Covers({"services/authentication_service/4"})
    @Test
    void asksForTheTenantWanted() {
        assertThat(scope(auth(REMEMBER), "t", SUB.toString()).home()).contains(SUB);
        assertThat(service.calls())
                .containsExactly("GET /0.1/token/t?scope=confd.users.1.read&tenant=" + SUB, "GET tenants t " + SUB);
        assertThat(scope(auth(REMEMBER), "t", "").home()).contains(MASTER);
    }

    @Test
    void remembersWhatIsGranted() {
        AuthService auth = auth(REMEMBER);
        scope(auth, "t", null);
        scope(auth, "t", null);
        assertThat(service.calls()).hasSize(2);
        scope(auth, "other", null);
        assertThat(service.calls()).hasSize(4);
    }

    @Test
    void remembersNothingIfToldSo() {
        AuthService auth = auth(Duration.ZERO);
        scope(auth, "t", null);
        scope(auth, "t", null);
        assertThat(service.calls()).hasSize(4);
    }

    @Covers("services/authentication_service/7")
    @Test
    void letsANewTokenWorkAtOnce() {
        AuthService auth = auth(REMEMBER);
        service.answering(404);
        assertThat(refusal(auth, "t", null)).isEqualTo(ErrorKind.UNAUTHENTICATED);
        service.answering(403);
        assertThat(refusal(auth, "t", null)).isEqualTo(ErrorKind.FORBIDDEN);
        service.answering(200);
        assertThat(scope(auth, "t", null).home()).contains(MASTER);
    }

    @Covers("services/authentication_service/5")
    @Test
    void refusesTenantsThatAreNone() {
        assertThat(refusal(auth(REMEMBER), "t", "nope")).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(refusal(auth(REMEMBER), "..", null)).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void recoversWithTheService() {
        AuthService auth = auth(REMEMBER);
        service.stop();
        assertThat(refusal(auth, "t", null)).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
        service.start();
        assertThat(scope(auth, "t", null).home()).contains(MASTER);
        service.answering(500);
        assertThat(refusal(auth, "t2", null)).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
    }

    @Test
    void doesNotWaitForASlowService() {
        AuthService auth = auth(REMEMBER);
        service.holding();
        long start = System.nanoTime();
        assertThat(refusal(auth, "t", null)).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Covers("services/authentication_service/6")
    @Test
    void learnsTheMasterTenantOnceAndKeepsIt() {
        try (AuthService auth = auth(REMEMBER)) {
            assertThat(auth.masterTenant()).isEmpty();
            assertThat(auth.hasServiceToken()).isFalse();
            auth.start();
            Await.until("the token is there", auth::hasServiceToken);
            assertThat(auth.masterTenant()).contains(MASTER);
            assertThat(service.calls()).containsExactly("POST /0.1/token Basic Y29uZmQ6cEBzcw==");
            service.stop();
            assertThat(auth.masterTenant()).contains(MASTER);
            assertThat(auth.hasServiceToken()).isTrue();
        }
    }

    @Test
    void asksForTheMasterTenantUntilTheServiceIsThere() {
        service.stop();
        try (AuthService auth = auth(REMEMBER).start()) {
            assertThat(auth.masterTenant()).isEmpty();
            service.answeringAccount(401);
            service.start();
            Await.until("it has been asked", () -> !service.calls().isEmpty());
            assertThat(auth.hasServiceToken()).isFalse();
            service.answeringAccount(200);
            Await.until("the tenant is known", () -> auth.masterTenant().isPresent());
            assertThat(auth.hasServiceToken()).isTrue();
        }
    }

    @Test
    void refusesAUrlWithoutAccount() {
        assertThatThrownBy(() -> AuthService.at(URI.create("http://127.0.0.1:9497"), REMEMBER))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("--auth: ");
    }
}
