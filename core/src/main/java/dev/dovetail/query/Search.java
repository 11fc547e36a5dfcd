package dev.dovetail.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows are wanted, in what order, and how many of them.
 *
 * <p>Immutable and thread-safe; every method returns a new search. {@code Search.<User>all().text("ann").limit(20)}.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Search<T> {
    private static final Search<?> ALL = new Search<>(new Parts<>());

    /** Holds what a search consists of, to be changed before it becomes one. */
    private static final class Parts<T> {
        private Criterion<T> where = Criterion.any();
        private String text = "";
        private boolean wildcards;
        private List<Order<T>> order = List.of();
        private int limit = -1;
        private long offset;
        private @Nullable Cursor after;
        private Total total = Total.EXACT;

        private Parts<T> copy() {
            Parts<T> copy = new Parts<>();
            copy.where = where;
            copy.text = text;
            copy.wildcards = wildcards;
            copy.order = order;
            copy.limit = limit;
            copy.offset = offset;
            copy.after = after;
            copy.total = total;
            return copy;
        }
    }

    private final Parts<T> parts;

    private Search(Parts<T> parts) {
        this.parts = parts;
    }

    private Search<T> with(Consumer<Parts<T>> change) {
        Parts<T> changed = parts.copy();
        change.accept(changed);
        return new Search<>(changed);
    }

    /** Returns the search for every row, in no particular order. */
    @SuppressWarnings("unchecked")
    public static <T> Search<T> all() {
        return (Search<T>) ALL;
    }

    /** Returns the search for the rows that a criterion matches. */
    public static <T> Search<T> where(Criterion<T> criterion) {
        return Search.<T>all().and(criterion);
    }

    /** Adds a criterion that has to match as well. */
    public Search<T> and(Criterion<T> criterion) {
        return with(changed -> changed.where = parts.where.and(criterion));
    }

    /**
     * Looks for a text within each of the resource's search columns, ignoring case and accents; one has to contain it.
     *
     * @param term the text; empty matches every row
     */
    public Search<T> text(String term) {
        return looking(term, false);
    }

    /** Does as {@link #text}, {@code %} standing for any run of characters and {@code _} for any one. */
    public Search<T> pattern(String term) {
        return looking(term, true);
    }

    private Search<T> looking(String term, boolean wildcards) {
        return with(changed -> {
            changed.text = term;
            changed.wildcards = wildcards;
        });
    }

    /** Sorts by one more column, after those already given. */
    public Search<T> by(Order<T> next) {
        List<Order<T>> more = new ArrayList<>(parts.order);
        more.add(next);
        return with(changed -> changed.order = List.copyOf(more));
    }

    /**
     * Returns at most this many rows. Rows that sort alike are then in the order of their keys, or of the other columns
     * of a unique constraint that begins with those sorted by, so that pages do not overlap.
     *
     * @param rows 0 or more
     * @throws IllegalArgumentException if negative
     */
    public Search<T> limit(int rows) {
        notNegative("limit", rows);
        return with(changed -> changed.limit = rows);
    }

    /**
     * Skips this many rows. Reading them costs as much as returning them: for pages far down use {@link #after}.
     *
     * @param rows 0 or more
     * @throws IllegalArgumentException if negative, or given together with a cursor
     */
    public Search<T> offset(long rows) {
        notNegative("offset", rows);
        return with(changed -> changed.offset = rows).checked();
    }

    /**
     * Begins after a place in the order; its cost does not grow with what comes before, given an index on what is
     * sorted by.
     *
     * @param place from {@link Page#next()} of a search with the same order
     * @throws IllegalArgumentException if given together with an offset
     */
    public Search<T> after(Cursor place) {
        return with(changed -> changed.after = place).checked();
    }

    private Search<T> checked() {
        if (parts.after != null && parts.offset > 0) {
            throw new IllegalArgumentException("offset: " + parts.offset + " (expected: 0 with a cursor)");
        }
        return this;
    }

    /** Says how the rows that match are counted; exactly unless called. */
    public Search<T> total(Total kind) {
        return with(changed -> changed.total = kind);
    }

    /** Returns all rows, from the first. */
    public Search<T> unlimited() {
        return with(changed -> {
            changed.limit = -1;
            changed.offset = 0;
            changed.after = null;
        });
    }

    private static void notNegative(String name, long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException(name + ": " + rows + " (expected: >= 0)");
        }
    }

    /** Returns the condition. */
    public Criterion<T> criterion() {
        return parts.where;
    }

    /** Returns the text looked for; empty for none. */
    public String text() {
        return parts.text;
    }

    /** Returns whether {@code %} and {@code _} in the text are wildcards. */
    public boolean wildcards() {
        return parts.wildcards;
    }

    /** Returns the sort orders, most significant first; may be empty. */
    public List<Order<T>> order() {
        return parts.order;
    }

    /** Returns the most rows wanted; empty for all. */
    public OptionalInt limit() {
        return parts.limit < 0 ? OptionalInt.empty() : OptionalInt.of(parts.limit);
    }

    /** Returns how many rows are skipped. */
    public long offset() {
        return parts.offset;
    }

    /** Returns the place after which rows are wanted; empty for the beginning. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(parts.after);
    }

    /** Returns how the rows that match are counted. */
    public Total total() {
        return parts.total;
    }
}
