package dev.dovetail.http.access;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows a fixed set of tokens; for development and tests, and for machines that share a secret.
 *
 * <pre>{@code
 * TokenVerifier tokens = StaticTokens.builder()
 *         .token("s3cret", new Principal("admin", "acme"), AccessPatterns.of("#"))
 *         .build();
 * }</pre>
 *
 * <p>Keeps digests (SHA-256) of the tokens only, and looks up by digest: the time that takes tells nothing about a
 * token, and no token gets into a log or a heap dump from here. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class StaticTokens implements TokenVerifier {
    private final Map<String, Grant> grants;

    private StaticTokens(Map<String, Grant> grants) {
        this.grants = Map.copyOf(grants);
    }

    /** Returns a builder without tokens. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Principal verify(Credentials credentials) {
        Grant grant = grants.get(digest(credentials.token()));
        if (grant == null) {
            throw Errors.technical(ErrorKind.UNAUTHENTICATED, "the token is unknown", null);
        }
        if (!grant.patterns.grants(credentials.access())) {
            throw Errors.technical(
                    ErrorKind.FORBIDDEN, "the token does not grant '" + credentials.access() + "'", null);
        }
        return grant.principal;
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "StaticTokens[" + grants.size() + "]";
    }

    private record Grant(Principal principal, AccessPatterns patterns) {}

    /**
     * Collects tokens. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Map<String, Grant> grants = new HashMap<>();

        private Builder() {}

        /**
         * Adds a token of an actor.
         *
         * @param tenant the token's own tenant; null when tenants are not used
         * @param patterns what the token grants, see {@link AccessPatterns}
         * @throws IllegalArgumentException if the token is blank or known already, or a pattern is none
         */
        public Builder token(String token, String actor, @Nullable String tenant, String... patterns) {
            return token(token, new Principal(actor, tenant), AccessPatterns.of(patterns));
        }

        /**
         * Adds a token.
         *
         * @throws IllegalArgumentException if the token is blank or known already
         */
        public Builder token(String token, Principal principal, AccessPatterns patterns) {
            if (token.isBlank()) {
                throw new IllegalArgumentException("token: blank (expected: a secret)");
            }
            if (grants.putIfAbsent(digest(token), new Grant(principal, patterns)) != null) {
                throw new IllegalArgumentException(
                        "token: given twice, now for actor '" + principal.actor() + "' (expected: each once)");
            }
            return this;
        }

        /** Returns the verifier of the tokens added so far. */
        public StaticTokens build() {
            return new StaticTokens(grants);
        }
    }
}
