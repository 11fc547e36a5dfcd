package dev.dovetail.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantsTest {
    private static final TenantResolver TREE = Tenants.builder()
            .tenant("leaf", "mid")
            .tenant("root")
            .tenant("mid", "root")
            .tenant("side", "root")
            .tenant("alien")
            .build();

    private static Scope resolve(TenantResolver tenants, @Nullable String own, @Nullable String wanted) {
        return tenants.resolve(new Principal("someone", own), new Credentials("t", "users.read", wanted));
    }

    @Test
    void worksInTheOwnTenantByDefault() {
        for (String none : new String[] {null, ""}) {
            Scope scope = resolve(TREE, "mid", none);
            assertThat(scope.home()).contains("mid");
            assertThat(scope.visible()).containsExactlyInAnyOrder("mid", "leaf");
        }
    }

    @Test
    void worksInATenantBelow() {
        assertThat(resolve(TREE, "root", "leaf").visible()).containsExactly("leaf");
        assertThat(resolve(TREE, "root", "mid").visible()).containsExactlyInAnyOrder("mid", "leaf");
        assertThat(resolve(TREE, "root", "root").visible()).containsExactlyInAnyOrder("root", "mid", "leaf", "side");
    }

    @Test
    void refusesEveryOtherTenant() {
        assertForbidden(TREE, "mid", "root");
        assertForbidden(TREE, "mid", "side");
        assertForbidden(TREE, "root", "alien");
        assertForbidden(TREE, "root", "nowhere");
        assertForbidden(TREE, null, "root");
        assertForbidden(TREE, null, null);
        assertForbidden(TREE, "nowhere", null);
        assertForbidden(TREE, "nowhere", "nowhere");
    }

    private static void assertForbidden(TenantResolver tenants, @Nullable String own, @Nullable String wanted) {
        DovetailException refused = catchThrowableOfType(DovetailException.class, () -> resolve(tenants, own, wanted));
        assertThat(refused.kind()).isEqualTo(ErrorKind.FORBIDDEN);
    }

    @Test
    void turnsTextIntoTheTypeOfTenants() {
        UUID master = UUID.randomUUID();
        UUID below = UUID.randomUUID();
        TenantResolver tenants = Tenants.builder(UUID::fromString)
                .tenant(master)
                .tenant(below, master)
                .build();
        assertThat(resolve(tenants, master.toString(), below.toString().toUpperCase(java.util.Locale.ROOT))
                        .home())
                .contains(below);
        assertForbidden(tenants, master.toString(), "not-a-uuid");
        assertForbidden(tenants, "not-a-uuid", null);
    }

    @Test
    void refusesWhatIsNoTree() {
        assertThatThrownBy(() -> Tenants.builder().tenant("a", "b").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parent: b (expected: a tenant that is added too)");
        assertThatThrownBy(() ->
                        Tenants.builder().tenant("a", "b").tenant("b", "a").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is below itself");
        assertThatThrownBy(() -> Tenants.builder()
                        .tenant("a", "b")
                        .tenant("b", "c")
                        .tenant("c", "b")
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tenants.builder().tenant("a", "a").build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tenants.builder().tenant("a").tenant("a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
