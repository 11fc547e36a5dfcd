package dev.dovetail.http;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.exchange.Request;
import java.util.Locale;
import java.util.Set;

/** Reads parameters that are true or false. */
final class Flags {
    private static final Set<String> YES = Set.of("true", "1", "yes", "on", "t", "y");
    private static final Set<String> NO = Set.of("false", "0", "no", "off", "f", "n");

    private Flags() {}

    /** Returns whether a parameter says yes; it does not if it is absent. */
    static boolean given(Request request, String parameter, String resource) {
        return request.parameter(parameter)
                .map(text -> read(text, parameter, resource))
                .orElse(false);
    }

    private static boolean read(String text, String parameter, String resource) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean known = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT)) || isCapitalised(text, lower);
        if (known && YES.contains(lower)) {
            return true;
        } else if (known && NO.contains(lower)) {
            return false;
        }
        throw Errors.invalid(
                        resource, Path.of(parameter), "query-type", Details.of("expected", "boolean"), "not a boolean")
                .toException();
    }

    private static boolean isCapitalised(String text, String lower) {
        return !text.isEmpty() && text.equals(text.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
    }
}
