package dev.dovetail.http.access;

import org.jspecify.annotations.Nullable;

/**
 * Tells who a token belongs to.
 *
 * @param actor who acts, for events and logs
 * @param tenant the token's own tenant as text; null when tenants are not used
 * @since 0.1
 */
public record Principal(String actor, @Nullable String tenant) {}
