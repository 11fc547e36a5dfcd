package dev.dovetail.examples.telephony.auth;

import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.access.TokenVerifier;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Knows tokens and tenants. Thread-safe; whoever makes it closes it. Tenants in scopes are {@link UUID}s; an actor is
 * the UUID of a user, as text.
 */
public interface Authentication extends AutoCloseable {

    /** Returns what knows tokens. */
    TokenVerifier tokens();

    /** Returns what knows which tenants a request sees. */
    TenantResolver tenants();

    /** Returns the tenant above all others; empty while it is not known. */
    Optional<UUID> masterTenant();

    /** Returns whether the server has what it needs to act on its own account. */
    boolean hasServiceToken();

    /** Returns what makes the logins of users; refuses to unless overridden. */
    default Logins logins() {
        return Logins.none();
    }

    /**
     * Returns all tenants that there are.
     *
     * @throws dev.dovetail.error.DovetailException of kind STORE_UNAVAILABLE if that cannot be told now
     */
    Set<UUID> allTenants();

    /** Ends what is asked in the background; nothing unless overridden. */
    @Override
    default void close() {}
}
