package dev.dovetail.http.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IntrospectedTokensTest {
    private final FakeServer server = new FakeServer();
    private final IntrospectedTokens tokens = IntrospectedTokens.askedAt(server.uri(), "dove:tail", "s3cret")
            .claims(ClaimNames.standard().tenant("tenant"));

    @AfterEach
    void stop() {
        server.close();
    }

    private Principal verify(String token) {
        return tokens.verify(new Credentials(token, "users.12.read", null));
    }

    private DovetailException refused(String token) {
        return catchThrowableOfType(DovetailException.class, () -> verify(token));
    }

    @Test
    void asksByItsOwnAccountAndRemembersWhatIsKnown() {
        server.answer = """
                {"active": true, "sub": "ann", "tenant": "acme", "scope": "users.#"}""";
        assertThat(verify("a b&c")).isEqualTo(new Principal("ann", "acme"));
        assertThat(verify("a b&c")).isEqualTo(new Principal("ann", "acme"));
        assertThat(server.bodies).containsExactly("token=a+b%26c&token_type_hint=access_token");
        assertThat(server.accounts).containsExactly("Basic ZG92ZSUzQXRhaWw6czNjcmV0");
        assertThat(refusedAccess("lines.1.read").kind()).isEqualTo(ErrorKind.FORBIDDEN);
    }

    private DovetailException refusedAccess(String access) {
        return catchThrowableOfType(
                DovetailException.class, () -> tokens.verify(new Credentials("a b&c", access, null)));
    }

    @Test
    void asksAgainWhatWasNotKnown() {
        server.answer = "{\"active\": false}";
        assertThat(refused("t").kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        server.answer = """
                {"active": true, "sub": "ann", "tenant": "acme", "scope": "users.#"}""";
        assertThat(verify("t").actor()).isEqualTo("ann");
    }

    @Test
    void refusesWhatHasExpiredEvenIfRemembered() throws Exception {
        long until = Instant.now().getEpochSecond() + 1;
        server.answer = """
                {"active": true, "sub": "ann", "tenant": "acme", "scope": "users.#", "exp": %d}""".formatted(until);
        assertThat(verify("t").actor()).isEqualTo("ann");
        while (Instant.now().getEpochSecond() < until) {
            Thread.onSpinWait();
        }
        assertThat(refused("t").kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(server.bodies).hasSize(2);
    }

    @Test
    void tellsWhenTheServerCannotBeAskedAndNothingOfTheToken() {
        server.status = 500;
        assertThat(refused("t0ken").kind()).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
        server.status = 200;
        server.answer = "[]";
        assertThat(refused("t0ken").kind()).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
        server.close();
        assertThat(refused("t0ken"))
                .hasMessageNotContaining("t0ken")
                .extracting(DovetailException::kind)
                .isEqualTo(ErrorKind.STORE_UNAVAILABLE);
    }
}
