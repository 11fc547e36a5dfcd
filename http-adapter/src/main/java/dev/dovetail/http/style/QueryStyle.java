package dev.dovetail.http.style;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.TextValues;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.math.BigInteger;
import java.util.Map;

/**
 * Reads the values of query parameters. The defaults are those of {@link #strict()}. Must be thread-safe.
 *
 * @since 0.1
 */
public interface QueryStyle {

    /** Returns the style that takes nothing but the proper form of a value. */
    static QueryStyle strict() {
        return StandardStyle.INSTANCE;
    }

    /** Returns the condition of an exact filter: that a column or derived value has the value of a text. */
    default <T extends Record> Criterion<T> equal(
            Resource<T, ?> resource, Expression<T, ?> expression, String parameter, String text) {
        try {
            return new Criterion.Equal<>(expression, parse(expression.type(), text), false);
        } catch (IllegalArgumentException e) {
            throw Errors.wrongType(resource.name(), Path.of(parameter), word(expression.type()))
                    .toException();
        }
    }

    /**
     * Returns a search that finds what holds the text of {@code search}, in which no character has a meaning of its
     * own.
     */
    default <T> Search<T> text(Search<T> search, String text) {
        return search.text(text);
    }

    /**
     * Returns whether a parameter that is true or false, such as {@code recurse}, says yes.
     *
     * @param parameter its name
     * @param text its value
     * @throws IllegalArgumentException if it says neither
     */
    default boolean flag(String parameter, String text) {
        return (Boolean) parse(Boolean.class, text);
    }

    /**
     * Returns the whole number of {@code limit} or {@code offset}, of whatever size.
     *
     * @throws NumberFormatException if it is none
     */
    default BigInteger number(String text) {
        return new BigInteger(text);
    }

    /**
     * Returns a text as a value of a type.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Object parse(Class<?> type, String text) {
        return TextValues.parse(type, text);
    }

    /** Returns the word of this API for a type: {@code integer}, {@code date}. */
    static String word(Class<?> type) {
        Map<String, Object> schema = JsonTypes.strict().schema(type).keywords();
        Object json = schema.getOrDefault("type", "string");
        return json.equals("string") ? schema.getOrDefault("format", json).toString() : json.toString();
    }
}
