package dev.dovetail.query;

import dev.dovetail.resource.Column;

/**
 * Sorts by one column; nulls come last ascending and first descending, in every store.
 *
 * @param column the column
 * @param descending from the largest to the smallest
 * @param <T> the model record
 * @since 0.1
 */
public record Order<T>(Column<T, ?> column, boolean descending) {

    /** Returns the ascending order of a column. */
    public static <T> Order<T> ascending(Column<T, ?> column) {
        return new Order<>(column, false);
    }

    /** Returns the descending order of a column. */
    public static <T> Order<T> descending(Column<T, ?> column) {
        return new Order<>(column, true);
    }
}
