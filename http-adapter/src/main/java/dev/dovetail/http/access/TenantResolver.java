package dev.dovetail.http.access;

import dev.dovetail.context.Scope;

/**
 * Decides which tenants a request sees. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TenantResolver {

    /**
     * Returns the scope of a request: the tenant wanted, or the principal's own, and all below it.
     *
     * @throws dev.dovetail.error.DovetailException of kind FORBIDDEN if the principal may not use that tenant,
     *     STORE_UNAVAILABLE if that cannot be found out now
     */
    Scope resolve(Principal principal, Credentials credentials);

    /** Returns the resolver of an application without tenants. */
    static TenantResolver none() {
        return (principal, credentials) -> Scope.all();
    }
}
