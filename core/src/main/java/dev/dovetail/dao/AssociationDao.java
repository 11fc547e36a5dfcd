package dev.dovetail.dao;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gets and changes the links of one association. Must be thread-safe; transactions as in {@link Dao}.
 *
 * <p>Rights come in the order of the association if it is {@linkplain Association#ordered() ordered}; otherwise, and
 * lefts always, in the order in which they were linked. Rights {@linkplain Attributes#sortedBy sorted by an attribute} are
 * so first.
 *
 * <p>A DAO of associations whose links carry nothing need not implement {@link #attributes}.
 *
 * @param <LK> the left key
 * @param <RK> the right key
 * @since 0.1
 */
public interface AssociationDao<LK, RK> {

    /** Returns the description of what is stored. */
    Association<?, LK, ?, RK> association();

    /**
     * Returns the same links together with what they carry. Unless overridden it knows associations only whose links carry
     * nothing.
     *
     * @param attributes those of the association
     * @throws IllegalArgumentException if these are not the attributes of the association
     * @throws UnsupportedOperationException if this DAO keeps none
     */
    default <A extends Record> AttributeDao<LK, RK, A> attributes(Attributes<A> attributes) {
        association().requireAttributes(attributes);
        if (association().hasAttributes()) {
            throw new UnsupportedOperationException("association " + association() + ": its DAO, "
                    + getClass().getName() + ", keeps no attributes; override attributes(..)");
        }
        return new PlainLinks<>(this, attributes);
    }

    /**
     * Returns what does the last write of the unit of work, so that a store may commit by the same round trip; this DAO unless
     * overridden. To be used at once, for one link.
     */
    default AssociationDao<LK, RK> last() {
        return this;
    }

    /** Returns whether the two are linked. */
    boolean linked(LK left, RK right);

    /** Returns the right keys of each of these left keys; a left without links may be absent. */
    Map<LK, List<RK>> rights(Collection<LK> lefts);

    /** Returns the left keys of each of these right keys; a right without links may be absent. */
    Map<RK, List<LK>> lefts(Collection<RK> rights);

    /** Returns the right keys of a left key. */
    default List<RK> rights(LK left) {
        return rights(List.of(left)).getOrDefault(left, List.of());
    }

    /** Returns the left keys of a right key. */
    default List<LK> lefts(RK right) {
        return lefts(List.of(right)).getOrDefault(right, List.of());
    }

    /**
     * Returns the read of the right rows of each of these left keys; a left without may be absent.
     *
     * @param rights the DAO of the right resource, in the same store
     */
    default <R extends Record> Read<Map<LK, List<R>>> rightRows(Collection<LK> lefts, Dao<R, RK> rights) {
        return () -> rows(rights(lefts), rights);
    }

    /**
     * Returns the read of the left rows of each of these right keys; a right without may be absent.
     *
     * @param lefts the DAO of the left resource, in the same store
     */
    default <L extends Record> Read<Map<RK, List<L>>> leftRows(Collection<RK> rights, Dao<L, LK> lefts) {
        return () -> rows(lefts(rights), lefts);
    }

    private static <A, T extends Record, K> Map<A, List<T>> rows(Map<A, List<K>> links, Dao<T, K> dao) {
        if (links.isEmpty()) {
            return Map.of();
        }
        Set<K> keys = new LinkedHashSet<>();
        links.values().forEach(keys::addAll);
        Map<K, T> known = new HashMap<>();
        dao.findAll(keys).forEach(row -> known.put(dao.resource().keyOf(row), row));
        Map<A, List<T>> rows = new LinkedHashMap<>();
        links.forEach((key, others) -> rows.put(
                key, others.stream().filter(known::containsKey).map(known::get).toList()));
        return rows;
    }

    /**
     * Links two that are not linked, after the links that the left one has; the link carries the defaults.
     *
     * @throws dev.dovetail.error.DovetailException if a side that may have one link has another; details name what that is
     *     linked to, but what it was to be linked to if another unit of work is just linking it
     */
    void link(LK left, RK right);

    /**
     * Does as {@link #link} unless the two are linked. Unless overridden, looks first.
     *
     * @return whether they were not linked before
     */
    default boolean linkIfAbsent(LK left, RK right) {
        if (linked(left, right)) {
            return false;
        }
        link(left, right);
        return true;
    }

    /**
     * Undoes a link; none is no error.
     *
     * @return whether there was one
     */
    boolean unlink(LK left, RK right);

    /**
     * Gives a left key these rights, without repeats, in this order, and no others, with the least change. Links that stay
     * carry what they carried, others the defaults.
     */
    void replace(LK left, List<RK> rights);

    /**
     * Puts the rights of each of these left keys, all that it has, in this order, if the association is ordered. Unless
     * overridden, replaces the set of each.
     */
    default void order(Map<LK, List<RK>> rights) {
        rights.forEach(this::replace);
    }

    /** Undoes all links of a left key. */
    void unlinkLeft(LK left);

    /** Undoes all links of a right key. */
    void unlinkRight(RK right);
}
