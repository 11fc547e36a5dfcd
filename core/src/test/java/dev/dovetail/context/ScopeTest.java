package dev.dovetail.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void allSeesEverything() {
        assertThat(Scope.all().isAll()).isTrue();
        assertThat(Scope.all().home()).isEmpty();
        assertThat(Scope.all().sees("x")).isTrue();
        assertThat(Scope.all().sees(null)).isTrue();
        assertThat(Scope.all().narrow()).isSameAs(Scope.all());
        assertThat(Scope.all()).hasToString("all");
    }

    @Test
    void aTenantSeesItselfAndThoseBelow() {
        Scope scope = Scope.of("a", Set.of("b"));
        assertThat(scope.isAll()).isFalse();
        assertThat(scope.home()).contains("a");
        assertThat(scope.visible()).containsExactly("a", "b");
        assertThat(scope.sees("a") && scope.sees("b") && scope.sees(null)).isTrue();
        assertThat(scope.sees("c")).isFalse();
        assertThat(scope.narrow().visible()).containsExactly("a");
        assertThat(scope).hasToString("[a, b]");
    }

    @Test
    void keepsItsOwnCopy() {
        Set<Object> below = new HashSet<>(Set.of("a", "b"));
        Scope scope = Scope.of("a", below);
        below.add("c");
        assertThat(scope.sees("c")).isFalse();
        assertThat(scope.visible()).hasSize(2);
        assertThatThrownBy(() -> scope.visible().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aContextTellsWhoCalls() {
        CallContext call = CallContext.of(Scope.of("a")).by("root").traced("t");
        assertThat(call.actor()).isEqualTo("root");
        assertThat(call.traceId()).isEqualTo("t");
        assertThat(call.in(Scope.all())).isEqualTo(new CallContext(Scope.all(), "root", "t"));
        assertThat(call.by(null).actor()).isNull();
    }
}
