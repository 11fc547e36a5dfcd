package dev.dovetail.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers a search: some rows, how many there are in all, and where the next page begins.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Page<T> {
    private final List<T> items;
    private final OptionalLong total;
    private final @Nullable Cursor next;

    private Page(List<T> items, OptionalLong total, @Nullable Cursor next) {
        this.items = List.copyOf(items);
        this.total = total;
        this.next = next;
    }

    /**
     * Returns a page after which no cursor leads on.
     *
     * @param total how many rows match
     */
    public static <T> Page<T> of(List<T> items, long total) {
        return new Page<>(items, OptionalLong.of(total), null);
    }

    /**
     * Returns a page.
     *
     * @param total how many rows match; empty if nobody has counted
     * @param next where the next page begins; null if there is none, or the order has no cursors
     */
    public static <T> Page<T> of(List<T> items, OptionalLong total, @Nullable Cursor next) {
        return new Page<>(items, total, next);
    }

    /** Returns the rows asked for, in order. */
    public List<T> items() {
        return items;
    }

    /**
     * Returns how many rows match, whatever the limit, offset and cursor.
     *
     * @throws IllegalStateException if the search skipped counting and the page does not show it by itself
     */
    public long total() {
        return total.orElseThrow(() -> new IllegalStateException(
                "the total was not counted; ask for it by Search.total(EXACT), or for knownTotal()"));
    }

    /** Returns how many rows match; empty if the search skipped counting and the page does not show it by itself. */
    public OptionalLong knownTotal() {
        return total;
    }

    /**
     * Returns where the next page begins, for {@link Search#after}; empty if this page is the last one, the search had
     * no limit, or sorts by a value that is no column.
     */
    public Optional<Cursor> next() {
        return Optional.ofNullable(next);
    }

    @Override
    public String toString() {
        return "Page[items=" + items + ", total=" + (total.isPresent() ? total.getAsLong() : "not counted") + "]";
    }
}
