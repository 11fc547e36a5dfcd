package dev.dovetail.context;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Confines a call to tenants: one that it works in, and those that it sees (its own and those below).
 *
 * <p>Tenant identifiers are whatever type the application uses (UUID, text, number), compared with {@code equals}.
 * Resources without a tenant ignore the scope. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Scope {
    private static final Scope ALL = new Scope(null, Set.of());
    private static final Scope NONE = new Scope("nobody", Set.of());

    private final @Nullable Object home;
    private final Set<Object> visible;

    private Scope(@Nullable Object home, Set<Object> visible) {
        this.home = home;
        this.visible = visible;
    }

    /** Returns the scope that sees everything; write it out where it is meant. */
    public static Scope all() {
        return ALL;
    }

    /** Returns the scope that sees nothing but what has no tenant: of a caller that is not known. */
    public static Scope none() {
        return NONE;
    }

    /** Returns the scope of one tenant that has none below. */
    public static Scope of(Object tenant) {
        return new Scope(tenant, Set.of(tenant));
    }

    /** Returns the scope of a tenant and the tenants below it; {@code below} may or may not name the tenant itself. */
    public static Scope of(Object tenant, Set<?> below) {
        java.util.LinkedHashSet<Object> visible = new java.util.LinkedHashSet<>();
        visible.add(tenant);
        visible.addAll(below);
        return new Scope(tenant, java.util.Collections.unmodifiableSet(visible));
    }

    /** Returns the tenant that creations land in; empty for {@link #all()} and {@link #none()}. */
    public Optional<Object> home() {
        return this == NONE ? Optional.empty() : Optional.ofNullable(home);
    }

    /** Returns the tenants that are seen; meaningless (empty) for {@link #all()}. */
    public Set<Object> visible() {
        return visible;
    }

    /** Returns whether everything is seen. */
    public boolean isAll() {
        return home == null;
    }

    /** Returns whether objects of this tenant are seen; null (an object without tenant) is seen by all. */
    public boolean sees(@Nullable Object tenant) {
        return home == null || tenant == null || visible.contains(tenant);
    }

    /** Returns this scope without the tenants below. */
    public Scope narrow() {
        return home == null || this == NONE ? this : of(home);
    }

    @Override
    public String toString() {
        return home == null ? "all" : this == NONE ? "none" : visible.toString();
    }
}
