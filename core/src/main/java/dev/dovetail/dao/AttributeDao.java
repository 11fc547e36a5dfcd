package dev.dovetail.dao;

import dev.dovetail.operation.Attributed;
import dev.dovetail.resource.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gets and changes the links of one association together with what they carry. Must be thread-safe; transactions as in
 * {@link Dao}, order as in {@link AssociationDao}.
 *
 * @param <LK> the left key
 * @param <RK> the right key
 * @param <A> the record of attributes
 * @since 0.1
 */
public interface AttributeDao<LK, RK, A extends Record> {

    /** Returns the description of what links carry. */
    Attributes<A> attributes();

    /** Returns what a link carries, if there is one. */
    Optional<A> find(LK left, RK right);

    /** Returns the right keys of each of these left keys, in order, with attributes; a left without links may be absent. */
    Map<LK, Map<RK, A>> rights(Collection<LK> lefts);

    /** Returns the left keys of each of these right keys, in order, with attributes; a right without links may be absent. */
    Map<RK, Map<LK, A>> lefts(Collection<RK> rights);

    /** Returns the right keys of a left key, in order, with attributes. */
    default Map<RK, A> rights(LK left) {
        return rights(List.of(left)).getOrDefault(left, Map.of());
    }

    /**
     * Returns the read of the right rows of each of these left keys with attributes; a left without may be absent.
     *
     * @param rights the DAO of the right resource, in the same store
     */
    default <R extends Record> Read<Map<LK, List<Attributed<R, A>>>> rightRows(
            Collection<LK> lefts, Dao<R, RK> rights) {
        return () -> rows(rights(lefts), rights);
    }

    /**
     * Returns the read of the left rows of each of these right keys with attributes; a right without may be absent.
     *
     * @param lefts the DAO of the left resource, in the same store
     */
    default <L extends Record> Read<Map<RK, List<Attributed<L, A>>>> leftRows(Collection<RK> rights, Dao<L, LK> lefts) {
        return () -> rows(lefts(rights), lefts);
    }

    private static <K, T extends Record, O, A extends Record> Map<K, List<Attributed<T, A>>> rows(
            Map<K, Map<O, A>> links, Dao<T, O> dao) {
        Set<O> keys = new LinkedHashSet<>();
        links.values().forEach(others -> keys.addAll(others.keySet()));
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<O, T> known = new HashMap<>();
        dao.findAll(keys).forEach(row -> known.put(dao.resource().keyOf(row), row));
        Map<K, List<Attributed<T, A>>> rows = new LinkedHashMap<>();
        links.forEach((key, others) -> {
            List<Attributed<T, A>> each = new ArrayList<>();
            others.forEach((other, attributes) -> {
                T row = known.get(other);
                if (row != null) {
                    each.add(new Attributed<>(row, attributes));
                }
            });
            rows.put(key, each);
        });
        return rows;
    }

    /** Links two that are not linked, as {@link AssociationDao#link} does. */
    void link(LK left, RK right, A attributes);

    /** Gives a link, which is there, other attributes. */
    void change(LK left, RK right, A attributes);

    /** Gives a left key these rights with these attributes, in this order, and no others, with the least change. */
    void replace(LK left, Map<RK, A> rights);
}
