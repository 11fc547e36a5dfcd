package dev.dovetail.http.json;

import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.Column;
import dev.dovetail.value.ExactNumbers;
import dev.dovetail.value.UnicodeText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads values from texts as bodies have them, for queries and cursors: to the last digit, or not at all. Thread-safe.
 *
 * @since 0.1
 */
public final class TextValues {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

    private TextValues() {}

    /**
     * Returns a text as a value of a type.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Object parse(Class<?> type, String text) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(whole(text));
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(whole(text));
        } else if (type == double.class || type == Double.class) {
            return ExactNumbers.decimal(text).doubleValue();
        } else if (type == BigDecimal.class) {
            return ExactNumbers.decimal(text);
        } else if (type == BigInteger.class) {
            return ExactNumbers.whole(text);
        } else if (type == boolean.class || type == Boolean.class) {
            if (text.equals("true") || text.equals("false")) {
                return Boolean.valueOf(text);
            }
            throw new IllegalArgumentException("neither true nor false");
        } else if (type.isEnum()) {
            return constant(type, text);
        } else if (type == UUID.class || type == Duration.class || Temporal.class.isAssignableFrom(type)) {
            return body(type, text);
        } else if (!UnicodeText.isSound(text)) {
            throw new IllegalArgumentException("not Unicode");
        }
        return text;
    }

    private static String whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new NumberFormatException("not a whole number");
        }
        return text;
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (Column.text(constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such constant");
    }

    /** Reads what a body has as a text. */
    private static Object body(Class<?> type, String text) {
        Violations violations = new Violations();
        Object value = JsonTypes.strict()
                .read(JsonNodeFactory.instance.stringNode(text), type, "", Path.whole(), Naming.CAMEL_CASE, violations);
        if (value == null || !violations.isEmpty()) {
            throw new IllegalArgumentException("not of this type");
        }
        return value;
    }
}
