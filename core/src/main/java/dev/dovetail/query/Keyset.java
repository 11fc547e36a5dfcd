package dev.dovetail.query;

import com.google.common.primitives.Primitives;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Completes the order of a search by the key, so that no two rows sort alike, and makes cursors of that order. For DAOs.
 * Immutable and thread-safe.
 *
 * @param order most significant first, the key last; only the search's own if it has neither limit nor cursor
 * @param <T> the model record
 * @since 0.1
 */
public record Keyset<T>(List<Order<T>> order) {
    public Keyset {
        order = List.copyOf(order);
    }

    /**
     * Returns the complete order of a search: what it sorts by, then the key in the direction of the last one.
     *
     * @throws IllegalArgumentException if its cursor is of another order, or it has one and sorts by a value that is no
     *     column
     */
    public static <T extends Record> Keyset<T> of(Resource<T, ?> resource, Search<T> search) {
        if (search.limit().isEmpty() && search.after().isEmpty()) {
            return new Keyset<>(search.order());
        }
        List<Order<T>> order = new ArrayList<>();
        for (Order<T> next : search.order()) {
            order.add(next);
            if (next.expression().equals(resource.key())) {
                break;
            }
        }
        Order<T> last = order.isEmpty() ? Order.ascending(resource.key()) : order.get(order.size() - 1);
        if (order.isEmpty() || !last.expression().equals(resource.key())) {
            order.add(new Order<>(resource.key(), last.descending()));
        }
        Keyset<T> keyset = new Keyset<>(order);
        search.after().ifPresent(keyset::check);
        return keyset;
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
