package dev.dovetail.examples.telephony.errors;

import dev.dovetail.error.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words the faults of query parameters, which look different from those of bodies. */
final class QueryTexts {
    private QueryTexts() {}

    /** Returns the text, or null if the violation is not about a query parameter. */
    static @Nullable String of(Violation violation) {
        String name = violation.path().first();
        Map<String, @Nullable Object> details = violation.details();
        return switch (violation.code()) {
            case "query-type" -> {
                Object expected = details.get("expected");
                yield "Input Error - " + name + ": "
                        + dict(
                                "message",
                                "Not a valid " + expected + ".",
                                "constraint_id",
                                "type",
                                "constraint",
                                expected);
            }
            case "query-min" -> {
                Object min = Objects.requireNonNullElse(details.get("min"), 0);
                String message = "Must be greater than or equal to " + min + ".";
                yield "Input Error - " + name + ": ["
                        + dict("constraint_id", "range", "constraint", Map.of("min", min), "message", message) + "]";
            }
            case "query-positive" -> "Input Error - field '" + name + "': wrong type. Should be a positive number";
            case "query-column" -> "Input Error - " + name + ": column '" + details.get("value") + "' was not found";
            case "query-view" -> "Input Error - view '" + details.get("value") + "' does not exist";
            case "query-direction" -> "Input Error - " + name + ": must be 'asc' or 'desc'";
            default -> null;
        };
    }

    private static String dict(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> dict = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            dict.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return PythonLiteral.of(dict);
    }
}
