package dev.dovetail.examples.telephony.auth;

import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.access.TokenVerifier;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows tokens and tenants. Thread-safe. Tenants in scopes are {@link UUID}s; an actor is the UUID of a user, as text.
 */
public interface Authentication {

    /** Returns what knows tokens. */
    TokenVerifier tokens();

    /** Returns what knows which tenants a request sees. */
    TenantResolver tenants();

    /** Returns the tenant above all others; empty while it is not known. */
    Optional<UUID> masterTenant();
}
