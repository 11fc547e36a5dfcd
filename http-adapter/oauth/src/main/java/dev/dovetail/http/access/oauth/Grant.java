package dev.dovetail.http.access.oauth;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.access.AccessPatterns;
import dev.dovetail.http.access.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a valid token says.
 *
 * @param until when it expires; null for never
 */
record Grant(
        Principal principal,
        AccessPatterns patterns,
        @Nullable Instant until) {

    /**
     * Reads the claims of a valid token.
     *
     * @throws dev.dovetail.error.DovetailException of kind UNAUTHENTICATED if nothing says who acts, or in which tenant
     */
    static Grant of(Map<String, ?> claims, ClaimNames names, @Nullable Instant until) {
        String tenant = names.tenant() == null ? null : text(claims, names.tenant());
        return new Grant(
                new Principal(text(claims, names.actor()), tenant), patterns(claims.get(names.patterns())), until);
    }

    private static String text(Map<String, ?> claims, String name) {
        Object claim = claims.get(name);
        if (claim instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw Errors.technical(
                ErrorKind.UNAUTHENTICATED, "the token's claim '" + name + "' is missing or not a text", null);
    }

    private static AccessPatterns patterns(@Nullable Object claim) {
        List<String> patterns = new ArrayList<>();
        if (claim instanceof String text) {
            for (String word : text.split(" ", -1)) {
                addIfPattern(word, patterns);
            }
        } else if (claim instanceof Collection<?> all) {
            all.forEach(one -> addIfPattern(String.valueOf(one), patterns));
        }
        return AccessPatterns.of(patterns);
    }

    /** Scopes of other systems may stand beside ours. One that was meant to deny must not be passed over. */
    private static void addIfPattern(String word, List<String> patterns) {
        try {
            AccessPatterns.of(word);
            patterns.add(word);
        } catch (IllegalArgumentException e) {
            if (word.startsWith("!")) {
                throw Errors.technical(ErrorKind.UNAUTHENTICATED, "the token has a denial that is no pattern", e);
            }
        }
    }

    /** Returns whose the token is, if it grants this. */
    Principal principal(String access) {
        if (!patterns.grants(access)) {
            throw Errors.technical(ErrorKind.FORBIDDEN, "the token does not grant '" + access + "'", null);
        }
        return principal;
    }
}
