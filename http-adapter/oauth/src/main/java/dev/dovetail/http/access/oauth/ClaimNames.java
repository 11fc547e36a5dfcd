package dev.dovetail.http.access.oauth;

import org.jspecify.annotations.Nullable;

/**
 * Names the claims of a token that are read. Immutable.
 *
 * @param actor who acts; {@code sub} in RFC 7519 section 4.1.2
 * @param tenant the token's own tenant; null when tenants are not used
 * @param patterns what the token grants, as {@link dev.dovetail.http.access.AccessPatterns}: one text with spaces
 *     between them, as {@code scope} has in RFC 8693 section 4.2, or an array of texts. Texts that are no patterns
 *     grant nothing
 * @since 0.1
 */
public record ClaimNames(String actor, @Nullable String tenant, String patterns) {

    /** Returns the registered names: {@code sub} and {@code scope}, and no tenant. */
    public static ClaimNames standard() {
        return new ClaimNames("sub", null, "scope");
    }

    /** Returns these names with another one for the tenant. */
    public ClaimNames tenant(String name) {
        return new ClaimNames(actor, name, patterns);
    }

    /** Returns these names with another one for the patterns. */
    public ClaimNames patterns(String name) {
        return new ClaimNames(actor, tenant, name);
    }
}
