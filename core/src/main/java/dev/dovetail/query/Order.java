package dev.dovetail.query;

import dev.dovetail.resource.Expression;

/**
 * Sorts by one column or derived value; nulls come last ascending and first descending, in every store.
 *
 * @param expression the column or derived value
 * @param descending from the largest to the smallest
 * @param <T> the model record
 * @since 0.1
 */
public record Order<T>(Expression<T, ?> expression, boolean descending) {

    /** Returns the ascending order of a column or derived value. */
    public static <T> Order<T> ascending(Expression<T, ?> expression) {
        return new Order<>(expression, false);
    }

    /** Returns the descending order of a column or derived value. */
    public static <T> Order<T> descending(Expression<T, ?> expression) {
        return new Order<>(expression, true);
    }
}
