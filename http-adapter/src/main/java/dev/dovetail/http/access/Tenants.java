package dev.dovetail.http.access;

import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Knows a fixed tree of tenants. A request may work in its token's own tenant or any below, and sees the tenant it
 * works in and all below that.
 *
 * <pre>{@code
 * TenantResolver tenants = Tenants.builder(UUID::fromString)
 *         .tenant(master)
 *         .tenant(customer, master)
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe; scopes are made once.
 *
 * @param <T> the type of tenant identifiers, the one that resources hold; with {@code equals} and {@code hashCode}
 * @since 0.1
 */
public final class Tenants<T> implements TenantResolver {
    private final Function<String, T> parser;
    private final Map<T, Scope> scopes;

    private Tenants(Function<String, T> parser, Map<T, Scope> scopes) {
        this.parser = parser;
        this.scopes = Map.copyOf(scopes);
    }

    /** Returns a builder for tenants that are named by text. */
    public static Builder<String> builder() {
        return builder(Function.identity());
    }

    /**
     * Returns a builder for tenants of another type.
     *
     * @param parser makes an identifier of the text that a token or a request names a tenant by; a text that it
     *     refuses by an exception is that of no tenant
     */
    public static <T> Builder<T> builder(Function<String, T> parser) {
        return new Builder<>(parser);
    }

    @Override
    public Scope resolve(Principal principal, Credentials credentials) {
        String wanted = credentials.tenant();
        Scope own = scope(principal.tenant());
        Scope scope = wanted == null || wanted.isEmpty() ? own : scope(wanted);
        if (!own.sees(scope.home().orElseThrow())) {
            throw forbidden();
        }
        return scope;
    }

    private Scope scope(@Nullable String text) {
        T tenant = text == null ? null : parse(text);
        Scope scope = tenant == null ? null : scopes.get(tenant);
        if (scope == null) {
            throw forbidden();
        }
        return scope;
    }

    private @Nullable T parse(String text) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Says the same of a tenant that does not exist as of one that is another's. */
    private static DovetailException forbidden() {
        return Errors.technical(ErrorKind.FORBIDDEN, "the tenant may not be used with this token", null);
    }

    /**
     * Collects tenants, in any order. Not thread-safe.
     *
     * @param <T> the type of tenant identifiers
     * @since 0.1
     */
    public static final class Builder<T> {
        private final Function<String, T> parser;
        private final Map<T, @Nullable T> parents = new LinkedHashMap<>();

        private Builder(Function<String, T> parser) {
            this.parser = parser;
        }

        /**
         * Adds a tenant that is below no other.
         *
         * @throws IllegalArgumentException if it is known already
         */
        public Builder<T> tenant(T tenant) {
            return add(tenant, null);
        }

        /**
         * Adds a tenant that is directly below another, which may be added later.
         *
         * @throws IllegalArgumentException if it is known already
         */
        public Builder<T> tenant(T tenant, T parent) {
            return add(tenant, parent);
        }

        private Builder<T> add(T tenant, @Nullable T parent) {
            if (parents.containsKey(tenant)) {
                throw new IllegalArgumentException("tenant: " + tenant + " (expected: each once)");
            }
            parents.put(tenant, parent);
            return this;
        }

        /**
         * Returns the resolver of the tenants added so far.
         *
         * @throws IllegalArgumentException if a parent is missing or a tenant is below itself
         */
        public Tenants<T> build() {
            Map<T, Set<T>> below = new HashMap<>();
            for (T tenant : parents.keySet()) {
                addToAncestors(tenant, below);
            }
            Map<T, Scope> scopes = new HashMap<>();
            for (T tenant : parents.keySet()) {
                scopes.put(tenant, Scope.of(tenant, below.getOrDefault(tenant, Set.of())));
            }
            return new Tenants<>(parser, scopes);
        }

        private void addToAncestors(T tenant, Map<T, Set<T>> below) {
            T ancestor = parents.get(tenant);
            for (int depth = 1; ancestor != null; depth++) {
                if (!parents.containsKey(ancestor)) {
                    throw new IllegalArgumentException(
                            "parent: " + ancestor + " (expected: a tenant that is added too)");
                }
                if (depth > parents.size()) {
                    throw new IllegalArgumentException("tenant: " + tenant + " is below itself (expected: a tree)");
                }
                below.computeIfAbsent(ancestor, key -> new HashSet<>()).add(tenant);
                ancestor = parents.get(ancestor);
            }
        }
    }
}
