package dev.dovetail.examples.telephony.errors;

import dev.dovetail.resource.Column;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values in the literal notation of the error texts. */
final class PythonLiteral {
    private PythonLiteral() {}

    /** Returns a null, boolean, number, text, UUID, list or map as a literal; anything else as its text in quotes. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "None";
        } else if (value instanceof Boolean bool) {
            return bool ? "True" : "False";
        } else if (value instanceof Number) {
            return value.toString();
        } else if (value instanceof UUID) {
            return "UUID('" + value + "')";
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(PythonLiteral::of).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return quoted(Column.text(value));
    }

    private static String quoted(String text) {
        boolean doubleQuotes = text.indexOf('\'') >= 0 && text.indexOf('"') < 0;
        char quote = doubleQuotes ? '"' : '\'';
        StringBuilder literal = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                case '\'' -> literal.append(doubleQuotes ? "'" : "\\'");
                default -> {
                    if (Character.isISOControl(c)) {
                        literal.append(String.format("\\x%02x", c));
                    } else {
                        literal.appendCodePoint(c);
                    }
                }
            }
        });
        return literal.append(quote).toString();
    }
}
