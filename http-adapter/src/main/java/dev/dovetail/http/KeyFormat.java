package dev.dovetail.http;

import dev.dovetail.http.json.Schema;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which texts in a path are keys, and turns them into values; a text that is none matches no route.
 *
 * @param pattern the form of the text
 * @param parse makes the value; null if the text stands for none after all, such as a number too large
 * @param schema what the value looks like, for documents of the API
 * @param <K> the key
 * @since 0.1
 */
public record KeyFormat<K>(Pattern pattern, Function<String, @Nullable K> parse, Schema schema) {
    private static final Pattern SIGNED = Pattern.compile("-?[0-9]+");

    /** Makes a format of texts. */
    public KeyFormat(Pattern pattern, Function<String, @Nullable K> parse) {
        this(pattern, parse, Schema.string().with("pattern", "^(?:" + pattern.pattern() + ")$"));
    }

    /** Returns the format of whole numbers: one or more decimal digits. */
    public static KeyFormat<Integer> integer() {
        return new KeyFormat<>(Pattern.compile("[0-9]+"), KeyFormat::parseInt, number("int32"));
    }

    /** Returns the format of long whole numbers: one or more decimal digits. */
    public static KeyFormat<Long> longInteger() {
        return new KeyFormat<>(Pattern.compile("[0-9]+"), KeyFormat::parseLong, number("int64"));
    }

    /** Returns the format of whole numbers that may be negative: those that callers choose. */
    static KeyFormat<Integer> signedInteger() {
        return new KeyFormat<>(SIGNED, KeyFormat::parseInt, Schema.integer().with("format", "int32"));
    }

    /** Returns the format of long whole numbers that may be negative: those that callers choose. */
    static KeyFormat<Long> signedLong() {
        return new KeyFormat<>(SIGNED, KeyFormat::parseLong, Schema.integer().with("format", "int64"));
    }

    private static @Nullable Long parseLong(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) { // more than 64 bits
            return null;
        }
    }

    private static @Nullable Integer parseInt(String text) {
        Long number = parseLong(text);
        return number == null || number != number.intValue() ? null : number.intValue();
    }

    private static Schema number(String format) {
        return Schema.integer().with("format", format).with("minimum", 0);
    }

    /** Returns the format of UUIDs: 8-4-4-4-12 hexadecimal digits of either case, RFC 9562 section 4. */
    public static KeyFormat<UUID> uuid() {
        return new KeyFormat<>(
                Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
                UUID::fromString,
                Schema.string("uuid"));
    }

    /** Returns the format that takes any text but the empty one. */
    public static KeyFormat<String> text() {
        return new KeyFormat<>(
                Pattern.compile("(?s).+"), text -> text, Schema.string().with("minLength", 1));
    }

    /**
     * Returns the format of a type of key.
     *
     * @param generated whether the store assigns the keys, which are never negative then
     * @throws IllegalArgumentException if the type is not Integer, Long, UUID or String
     */
    @SuppressWarnings("unchecked")
    static <K> KeyFormat<K> of(Class<?> type, boolean generated) {
        if (type == int.class || type == Integer.class) {
            return (KeyFormat<K>) (generated ? integer() : signedInteger());
        } else if (type == long.class || type == Long.class) {
            return (KeyFormat<K>) (generated ? longInteger() : signedLong());
        } else if (type == UUID.class) {
            return (KeyFormat<K>) uuid();
        } else if (type == String.class) {
            return (KeyFormat<K>) text();
        }
        throw new IllegalArgumentException("key of type " + type.getName() + ": give its path format");
    }

    /** Returns whether a text is a key of this format, as far as its form tells. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
