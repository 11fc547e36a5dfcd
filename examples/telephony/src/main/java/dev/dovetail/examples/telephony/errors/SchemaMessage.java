package dev.dovetail.examples.telephony.errors;

import dev.dovetail.error.Violation;
import dev.dovetail.http.json.Reading;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words one fault of one value. */
final class SchemaMessage {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("string", "Not a valid string."),
            Map.entry("integer", "Not a valid integer."),
            Map.entry("number", "Not a valid number."),
            Map.entry("boolean", "Not a valid boolean."),
            Map.entry("uuid", "Not a valid UUID."),
            Map.entry("email", "Not a valid email address."),
            Map.entry("list", "Not a valid list."),
            Map.entry("map", "Not a valid mapping type."),
            Map.entry("url", "Not a valid URL."),
            Map.entry("nested-list", "Invalid type."),
            Map.entry("object", "Invalid input type."));

    private SchemaMessage() {}

    /** Returns the message about a violation: the one that it brings, else the one of its code. */
    static String of(Violation violation) {
        Map<String, @Nullable Object> details = violation.details();
        Object text = details.get(TelephonyErrors.TEXT);
        if (text != null) {
            return text.toString();
        }
        return switch (violation.code()) {
            case "required" -> "Missing data for required field.";
            case "null", "not-null" -> "Field may not be null.";
            case "type" -> type(String.valueOf(details.get("expected")));
            case Reading.OUT_OF_RANGE -> type("integer");
            case "email", "uuid", "url" -> type(violation.code());
            case "size", "length" -> length(number(details, "min", 0), number(details, "max", Integer.MAX_VALUE));
            case "not-empty", "not-blank" -> "Shorter than minimum length 1.";
            case "pattern" -> "String does not match expected pattern.";
            case "min" -> "Must be greater than or equal to " + details.get("value") + ".";
            case "max" -> "Must be less than or equal to " + details.get("value") + ".";
            case "range" ->
                "Must be greater than or equal to " + details.get("min") + " and less than or equal to "
                        + details.get("max") + ".";
            case "enum" -> "Must be one of: " + choices(details.get("choices")) + ".";
            default -> "Invalid input.";
        };
    }

    private static String type(String expected) {
        return TYPES.getOrDefault(expected, "Not a valid " + expected + ".");
    }

    private static String length(long min, long max) {
        if (min <= 0) {
            return "Longer than maximum length " + max + ".";
        } else if (max == Integer.MAX_VALUE) {
            return "Shorter than minimum length " + min + ".";
        }
        return min == max ? "Length must be " + min + "." : "Length must be between " + min + " and " + max + ".";
    }

    private static long number(Map<String, @Nullable Object> details, String name, long otherwise) {
        return details.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    private static String choices(@Nullable Object choices) {
        return choices instanceof Collection<?> all
                ? all.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(choices);
    }
}
