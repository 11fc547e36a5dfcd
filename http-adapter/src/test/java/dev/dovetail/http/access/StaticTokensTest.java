package dev.dovetail.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import org.junit.jupiter.api.Test;

class StaticTokensTest {
    private final StaticTokens tokens = StaticTokens.builder()
            .token("s3cret", "admin", "acme", "#", "!users.*.delete")
            .token("other", "reader", null, "#.read")
            .build();

    @Test
    void knowsWhoATokenBelongsTo() {
        assertThat(tokens.verify(new Credentials("s3cret", "users.create", null)))
                .isEqualTo(new Principal("admin", "acme"));
        assertThat(tokens.verify(new Credentials("other", "users.1.read", "x")))
                .isEqualTo(new Principal("reader", null));
    }

    @Test
    void refusesAnUnknownToken() {
        for (String token : new String[] {"", "s3cre", "s3cret ", "S3CRET"}) {
            assertRefused(new Credentials(token, "users.read", null), ErrorKind.UNAUTHENTICATED);
        }
    }

    @Test
    void refusesWhatATokenDoesNotGrant() {
        assertRefused(new Credentials("s3cret", "users.1.delete", null), ErrorKind.FORBIDDEN);
        assertRefused(new Credentials("other", "users.create", null), ErrorKind.FORBIDDEN);
    }

    private void assertRefused(Credentials credentials, ErrorKind kind) {
        DovetailException refused = catchThrowableOfType(DovetailException.class, () -> tokens.verify(credentials));
        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.getMessage()).doesNotContain("s3cre");
    }

    @Test
    void tellsNoToken() {
        assertThat(tokens).hasToString("StaticTokens[2]");
        assertThatThrownBy(
                        () -> StaticTokens.builder().token("s3cret", "a", null).token("s3cret", "b", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token: given twice, now for actor 'b' (expected: each once)");
        assertThatThrownBy(() -> StaticTokens.builder().token(" ", "a", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
