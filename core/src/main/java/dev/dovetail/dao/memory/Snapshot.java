package dev.dovetail.dao.memory;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds all rows and links as they were at one instant. Immutable and thread-safe.
 *
 * <p>Of use to a {@link Durability} only: applications read through DAOs.
 *
 * @since 0.1
 */
public final class Snapshot {
    private final Places places;
    private final @Nullable Object[] tables;

    private Snapshot(Places places, @Nullable Object[] tables) {
        this.places = places;
        this.tables = tables;
    }

    static Snapshot empty(Places places) {
        return new Snapshot(places, new @Nullable Object[0]);
    }

    private @Nullable Object table(int place) {
        return place < tables.length ? tables[place] : null;
    }

    /** Returns the table in a place, as {@link Places} has given it to what the table is of. */
    @SuppressWarnings("unchecked")
    <X> X table(int place, X ifAbsent) {
        Object table = table(place);
        return table == null ? ifAbsent : (X) table;
    }

    Snapshot with(int place, Object table) {
        @Nullable Object[] others = Arrays.copyOf(tables, Math.max(tables.length, place + 1));
        others[place] = table;
        return new Snapshot(places, others);
    }

    private <T extends Record, K> Table<T, K> table(Resource<T, K> resource) {
        return table(places.of(resource), Table.empty(resource));
    }

    private <LK, RK> LinkTable<LK, RK> table(Association<?, LK, ?, RK> association) {
        return table(places.of(association), LinkTable.empty());
    }

    /** Returns whether the rows of a resource, or the links of an association, are the very same in another one. */
    public boolean same(Object description, Snapshot other) {
        return table(places.of(description)) == other.table(other.places.of(description));
    }

    /** Returns the rows of a resource, in the order of their keys. */
    public <T extends Record, K> Collection<T> rows(Resource<T, K> resource) {
        return table(resource).rows();
    }

    /** Returns the row with this key, or null for none. */
    public <T extends Record, K> @Nullable T row(Resource<T, K> resource, K key) {
        return table(resource).get(key);
    }

    /** Returns the rights of each left that has any, in their order. */
    public <LK, RK> Map<LK, List<RK>> rights(Association<?, LK, ?, RK> association) {
        return table(association).allRights();
    }

    /** Returns the lefts of each right that has any, in their order. */
    public <LK, RK> Map<RK, List<LK>> lefts(Association<?, LK, ?, RK> association) {
        return table(association).allLefts();
    }

    /**
     * Returns a snapshot with these rows of a resource instead of those that it has.
     *
     * @throws dev.dovetail.error.DovetailException if a unique value occurs twice
     */
    public <T extends Record, K> Snapshot withRows(Resource<T, K> resource, Collection<T> rows) {
        Table<T, K> table = Table.empty(resource);
        for (T row : rows) {
            table = table.put(resource.keyOf(row), row);
        }
        return with(places.of(resource), table);
    }

    /** Returns what a link carries; null if there is no such link. */
    public <LK, RK> @Nullable Record attributes(Association<?, LK, ?, RK> association, LK left, RK right) {
        LinkTable.Entry<LK, RK> entry = table(association).entry(left, right);
        return entry == null ? null : entry.attributes();
    }

    /**
     * Returns a snapshot with these links of an association instead of those that it has.
     *
     * @param made in the order in which they were made, which is that of the lefts of each right
     * @param rights of each left, in their order
     */
    public <LK, RK> Snapshot withLinks(
            Association<?, LK, ?, RK> association, List<LinkEntry<LK, RK>> made, Map<LK, List<RK>> rights) {
        LinkTable<LK, RK> table = LinkTable.empty();
        for (LinkEntry<LK, RK> link : made) {
            table = table.plus(link.left(), link.right(), link.attributes());
        }
        for (Map.Entry<LK, List<RK>> order : rights.entrySet()) {
            table = table.ordered(order.getKey(), order.getValue());
        }
        return with(places.of(association), table);
    }

    /**
     * Is one link.
     *
     * @param attributes what it carries, a record of {@link Association#attributes()}
     * @since 0.1
     */
    public record LinkEntry<LK, RK>(LK left, RK right, Record attributes) {}
}
