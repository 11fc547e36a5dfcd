package dev.dovetail.http;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.TextValues;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;

/**
 * Turns the text of a query parameter into the condition that a column or derived value has that value. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface QueryValues {

    /** Returns the condition. */
    <T extends Record> Criterion<T> equal(
            Resource<T, ?> resource, Expression<T, ?> expression, String parameter, String text);

    /** Returns the values that must fit the type of the column or derived value, or the request is refused. */
    static QueryValues strict() {
        return new QueryValues() {
            @Override
            public <T extends Record> Criterion<T> equal(
                    Resource<T, ?> resource, Expression<T, ?> expression, String parameter, String text) {
                try {
                    return new Criterion.Equal<>(expression, parse(expression.type(), text), false);
                } catch (IllegalArgumentException e) {
                    throw Errors.wrongType(resource.name(), Path.of(parameter), word(expression.type()))
                            .toException();
                }
            }
        };
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
        java.util.Map<String, Object> schema = JsonTypes.strict().schema(type).keywords();
        Object json = schema.getOrDefault("type", "string");
        return json.equals("string") ? schema.getOrDefault("format", json).toString() : json.toString();
    }
}
