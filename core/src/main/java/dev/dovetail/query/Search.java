package dev.dovetail.query;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Says which rows are wanted, in what order, and how many of them.
 *
 * <p>Immutable and thread-safe; every method returns a new search. {@code Search.<User>all().text("ann").limit(20)}.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Search<T> {
    private static final Search<?> ALL = new Search<>(Criterion.any(), "", false, List.of(), -1, 0);

    private final Criterion<T> where;
    private final String text;
    private final boolean wildcards;
    private final List<Order<T>> order;
    private final int limit;
    private final long offset;

    private Search(Criterion<T> where, String text, boolean wildcards, List<Order<T>> order, int limit, long offset) {
        this.where = where;
        this.text = text;
        this.wildcards = wildcards;
        this.order = order;
        this.limit = limit;
        this.offset = offset;
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
        return new Search<>(where.and(criterion), text, wildcards, order, limit, offset);
    }

    /**
     * Looks for a text within each of the resource's search columns, ignoring case and accents; one has to contain it.
     *
     * @param term the text; empty matches every row
     */
    public Search<T> text(String term) {
        return new Search<>(where, term, false, order, limit, offset);
    }

    /** Does as {@link #text}, {@code %} standing for any run of characters and {@code _} for any one. */
    public Search<T> pattern(String term) {
        return new Search<>(where, term, true, order, limit, offset);
    }

    /** Sorts by one more column, after those already given. */
    public Search<T> by(Order<T> next) {
        List<Order<T>> more = new ArrayList<>(order);
        more.add(next);
        return new Search<>(where, text, wildcards, List.copyOf(more), limit, offset);
    }

    /**
     * Returns at most this many rows.
     *
     * @param rows 0 or more
     * @throws IllegalArgumentException if negative
     */
    public Search<T> limit(int rows) {
        return new Search<>(where, text, wildcards, order, (int) notNegative("limit", rows), offset);
    }

    /**
     * Skips this many rows.
     *
     * @param rows 0 or more
     * @throws IllegalArgumentException if negative
     */
    public Search<T> offset(long rows) {
        return new Search<>(where, text, wildcards, order, limit, notNegative("offset", rows));
    }

    /** Returns all rows, from the first. */
    public Search<T> unlimited() {
        return new Search<>(where, text, wildcards, order, -1, 0);
    }

    private static long notNegative(String name, long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException(name + ": " + rows + " (expected: >= 0)");
        }
        return rows;
    }

    /** Returns the condition. */
    public Criterion<T> criterion() {
        return where;
    }

    /** Returns the text looked for; empty for none. */
    public String text() {
        return text;
    }

    /** Returns whether {@code %} and {@code _} in the text are wildcards. */
    public boolean wildcards() {
        return wildcards;
    }

    /** Returns the sort orders, most significant first; may be empty. */
    public List<Order<T>> order() {
        return order;
    }

    /** Returns the most rows wanted; empty for all. */
    public OptionalInt limit() {
        return limit < 0 ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    /** Returns how many rows are skipped. */
    public long offset() {
        return offset;
    }
}
