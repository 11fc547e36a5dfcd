package dev.dovetail.query;

import com.google.common.primitives.Primitives;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Completes the order of a search so that no two rows sort alike, and makes cursors of that order. For DAOs. Immutable
 * and thread-safe.
 *
 * @param order most significant first, ending with the key or with columns that are unique; only the search's own if it
 *     has neither limit nor cursor
 * @param <T> the model record
 * @since 0.1
 */
public record Keyset<T>(List<Order<T>> order) {
    public Keyset {
        order = List.copyOf(order);
    }

    /**
     * Returns the complete order of a search: what it sorts by, then the rest of the unique columns that it begins
     * with, so that the index on them gives the order, or the key; in the direction of the last one.
     *
     * @throws IllegalArgumentException if its cursor is of another order, or it has one and sorts by a value that is no
     *     column
     */
    public static <T extends Record> Keyset<T> of(Resource<T, ?> resource, Search<T> search) {
        if (search.limit().isEmpty() && search.after().isEmpty()) {
            return new Keyset<>(search.order());
        }
        List<Order<T>> order = new ArrayList<>();
        List<Expression<T, ?>> sorted = new ArrayList<>();
        for (Order<T> next : search.order()) {
            order.add(next);
            sorted.add(next.expression());
            if (tells(resource, sorted)) {
                break;
            }
        }
        if (!tells(resource, sorted)) {
            boolean descending = !order.isEmpty() && order.get(order.size() - 1).descending();
            rest(resource, sorted).forEach(column -> order.add(new Order<>(column, descending)));
        }
        Keyset<T> keyset = new Keyset<>(order);
        search.after().ifPresent(keyset::check);
        return keyset;
    }

    /** Returns whether no two rows have the same of these values. */
    private static <T extends Record> boolean tells(Resource<T, ?> resource, List<Expression<T, ?>> values) {
        for (Unique<T> unique : resource.uniques()) {
            if (!unique.nullable() && values.containsAll(unique.columns())) {
                return true;
            }
        }
        return values.contains(resource.key());
    }

    private static <T extends Record> List<Column<T, ?>> rest(Resource<T, ?> resource, List<Expression<T, ?>> sorted) {
        int begun = sorted.size();
        for (Unique<T> unique : resource.uniques()) {
            List<Column<T, ?>> columns = unique.columns();
            if (begun > 0
                    && begun < columns.size()
                    && !unique.nullable()
                    && columns.subList(0, begun).equals(sorted)) {
                return columns.subList(begun, columns.size());
            }
        }
        return List.of(resource.key());
    }

    private void check(Cursor cursor) {
        boolean fits = hasCursors() && cursor.values().size() == order.size();
        for (int i = 0; fits && i < order.size(); i++) {
            Object value = cursor.values().get(i);
            fits = value == null
                    ? i < order.size() - 1
                    : Primitives.wrap(order.get(i).expression().type()).isInstance(value);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "cursor: not of this order (expected: one from a page of a search that sorts by the same columns)");
        }
    }

    /** Returns whether places in this order can be marked: everything sorted by is a column. */
    public boolean hasCursors() {
        return order.stream().allMatch(each -> each.expression() instanceof Column<?, ?>);
    }

    /** Returns the place after a row; null if the order has no cursors. */
    public @Nullable Cursor after(T row) {
        if (!hasCursors()) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(order.size());
        order.forEach(each -> values.add(((Column<T, ?>) each.expression()).get(row)));
        return new Cursor(values);
    }
}
