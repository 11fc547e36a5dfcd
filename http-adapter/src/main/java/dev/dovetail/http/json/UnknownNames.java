package dev.dovetail.http.json;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses names that nobody knows, and tells the nearest known one: a typo must not vanish. */
public final class UnknownNames {
    private static final int LONGEST = 64;
    private static final int SHORT = 4;

    private UnknownNames() {}

    /** Reports a field that the resource does not have. */
    static Violation field(String resource, Path at, String name, Collection<String> known) {
        return unknown(resource, at.field(name), "unknown-field", "unknown field", name, known);
    }

    /** Reports a field that only the server sets. */
    static Violation readOnly(String resource, Path at) {
        return Errors.invalid(resource, at, "read-only", Details.none(), "read only (expected: not given)");
    }

    /** Reports a parameter of a query that is none. */
    public static Violation parameter(String resource, String name, Collection<String> known) {
        return unknown(resource, Path.of(name), "unknown-parameter", "unknown parameter", name, known);
    }

    /** Reports a name in the value of a parameter that is none of those offered. */
    public static Violation choice(String resource, String parameter, String name, Collection<String> offered) {
        return Errors.invalid(
                resource,
                Path.of(parameter),
                "query-" + parameter,
                Details.of("value", name),
                "unknown (expected: some of " + String.join(", ", new TreeSet<>(offered)) + ")");
    }

    private static Violation unknown(
            String resource, Path at, String code, String what, String name, Collection<String> known) {
        String nearest = nearest(name, known).orElse(null);
        return Errors.invalid(
                resource,
                at,
                code,
                nearest == null ? Details.none() : Details.of("nearest", nearest),
                nearest == null ? what : what + "; did you mean '" + nearest + "'?");
    }

    /** Returns the known name with the fewest edits to the other, if these are few beside its length. */
    static Optional<String> nearest(String name, Collection<String> known) {
        String best = null;
        int few = name.length() < SHORT ? 1 : Math.max(2, Math.min(name.length(), LONGEST) / 3);
        int least = few + 1;
        for (String candidate : known) {
            int edits = edits(name, candidate, least);
            if (edits < least) {
                least = edits;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Returns the edits between two names, a change of case counting as none: Levenshtein's distance (V. I.
     * Levenshtein, Binary codes capable of correcting deletions, insertions and reversals, 1966); {@code bound} if
     * there are no fewer.
     */
    private static int edits(@Nullable String one, String other, int bound) {
        if (one == null || Math.abs(one.length() - other.length()) >= bound) {
            return bound;
        }
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                char left = Character.toLowerCase(one.charAt(i - 1));
                boolean same = left == Character.toLowerCase(other.charAt(j - 1));
                row[j] = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return Math.min(above[other.length()], bound);
    }
}
