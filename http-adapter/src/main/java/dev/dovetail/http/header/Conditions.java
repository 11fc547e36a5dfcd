package dev.dovetail.http.header;

import dev.dovetail.http.exchange.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the conditions of a request on the state of its target, RFC 9110 section 13. Immutable.
 *
 * @param match the states it wants, {@code If-Match}; null for any
 * @param noneMatch the states it does not want, {@code If-None-Match}; null for none
 */
public record Conditions(
        @Nullable EntityTags match, @Nullable EntityTags noneMatch) {

    /**
     * Returns the conditions of a request.
     *
     * @throws dev.dovetail.error.DovetailException of kind INVALID_INPUT if a header field is malformed
     */
    public static Conditions of(Request request) {
        return new Conditions(
                EntityTags.of(request, "If-Match").orElse(null),
                EntityTags.of(request, "If-None-Match").orElse(null));
    }

    /** Returns whether there is any. */
    public boolean given() {
        return match != null || noneMatch != null;
    }

    /**
     * Returns whether something that exists, its tag being this one if it has any, is in a state that the request
     * wants.
     */
    public boolean matches(Optional<EntityTag> current) {
        return match == null
                || match.any()
                || match.tags().stream()
                        .anyMatch(tag -> current.filter(tag::strongly).isPresent());
    }

    /** Returns whether something that exists is in a state that the request does not want. */
    public boolean excludes(Optional<EntityTag> current) {
        return noneMatch != null
                && (noneMatch.any()
                        || noneMatch.tags().stream()
                                .anyMatch(tag -> current.filter(tag::weakly).isPresent()));
    }
}
