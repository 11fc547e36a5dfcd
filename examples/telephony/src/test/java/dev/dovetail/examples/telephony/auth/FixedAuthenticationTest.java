package dev.dovetail.examples.telephony.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.setup.SetupException;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedAuthenticationTest {
    private static final UUID MASTER = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID SUB = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final String TENANTS = """
            tenants:
              - {uuid: 11111111-1111-4111-8111-111111111111, name: master, slug: master}
              - {uuid: 22222222-2222-4222-8222-222222222222, name: sub, slug: sub,
                 parent_uuid: 11111111-1111-4111-8111-111111111111}
            """;
    private static final String TOKENS = """
            tokens:
              - {token: all, user_uuid: 33333333-3333-4333-8333-333333333333,
                 tenant_uuid: 11111111-1111-4111-8111-111111111111, acl: ['#']}
              - {token: some, user_uuid: 44444444-4444-4444-8444-444444444444,
                 tenant_uuid: 22222222-2222-4222-8222-222222222222, acl: ['confd.users.*.read', '!confd.users.3.read']}
            """;

    @TempDir
    private Path folder;

    private Authentication of(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("auth.yaml"), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return FixedAuthentication.of(file);
    }

    private static Scope scope(Authentication auth, String token, String access, String tenant) {
        Credentials credentials = new Credentials(token, access, tenant);
        Principal principal = auth.tokens().verify(credentials);
        return auth.tenants().resolve(principal, credentials);
    }

    private static ErrorKind refusal(Authentication auth, String token, String access, String tenant) {
        try {
            scope(auth, token, access, tenant);
        } catch (DovetailException e) {
            return e.kind();
        }
        throw new AssertionError("not refused");
    }

    @Covers("services/tokens_and_tenants_in_a_file/1")
    @Test
    void knowsTokensAndTenants() throws IOException {
        Authentication auth = of(TENANTS + TOKENS, "rw-------");
        assertThat(auth.masterTenant()).contains(MASTER);
        assertThat(scope(auth, "all", "confd.users.read", null).visible()).containsExactlyInAnyOrder(MASTER, SUB);
        assertThat(scope(auth, "all", "confd.users.read", SUB.toString()).home())
                .contains(SUB);
        assertThat(scope(auth, "all", "confd.users.read", SUB.toString().toUpperCase())
                        .home())
                .contains(SUB);
        assertThat(scope(auth, "some", "confd.users.2.read", null).visible()).containsExactly(SUB);
        assertThat(auth.tokens()
                        .verify(new Credentials("some", "confd.users.2.read", null))
                        .actor())
                .isEqualTo("44444444-4444-4444-8444-444444444444");
    }

    @Test
    void refusesOthers() throws IOException {
        Authentication auth = of(TENANTS + TOKENS, "rw-r-----");
        assertThat(refusal(auth, "nope", "confd.users.read", null)).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(refusal(auth, "some", "confd.users.read", null)).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(refusal(auth, "some", "confd.users.3.read", null)).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(refusal(auth, "some", "confd.users.2.read", MASTER.toString()))
                .isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(refusal(auth, "all", "confd.users.read", "1-1-1-1-1")).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(refusal(auth, "all", "confd.users.read", UUID.randomUUID().toString()))
                .isEqualTo(ErrorKind.FORBIDDEN);
    }

    @Covers("services/tokens_and_tenants_in_a_file/2")
    @Test
    void refusesFilesWithMistakes() {
        assertThatThrownBy(() -> of(TENANTS + TOKENS, "rw-r--r--"))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("others can read");
        assertThatThrownBy(() -> of("tokens: []\n", "rw-------")).hasMessageContaining("the master tenant");
        assertThatThrownBy(() -> of(TENANTS + "token: []\n", "rw-------"))
                .hasMessageContaining("auth.yaml, line 5: unknown key 'token'");
        assertThatThrownBy(() -> of(TENANTS + TOKENS.replace("token: some", "token: all"), "rw-------"))
                .hasMessageContaining("given twice");
        assertThatThrownBy(() -> of(TENANTS + TOKENS.replace("#", "a#b"), "rw-------"))
                .hasMessageContaining("auth.yaml, line 6: pattern");
        assertThatThrownBy(() -> of(TENANTS.replace("22222222-2222", "22222222-222"), "rw-------"))
                .hasMessageContaining("not a UUID");
        assertThatThrownBy(() -> of(TENANTS.replace("    parent_uuid: 1", "    parent_uuid: 9"), "rw-------"))
                .isInstanceOf(SetupException.class);
    }

    @Test
    void hasATokenForDevelopment() {
        Authentication auth = FixedAuthentication.development("secret");
        assertThat(scope(auth, "secret", "confd.anything.delete", null).visible())
                .containsExactlyInAnyOrder(MASTER, SUB);
        assertThat(auth.masterTenant()).contains(MASTER);
        assertThat(refusal(auth, "dev", "confd.users.read", null)).isEqualTo(ErrorKind.UNAUTHENTICATED);
    }
}
