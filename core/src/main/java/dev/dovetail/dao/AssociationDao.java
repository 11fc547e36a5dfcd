package dev.dovetail.dao;

import dev.dovetail.operation.Linked;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gets and changes the links of one association. Must be thread-safe; transactions as in {@link Dao}.
 *
 * <p>Rights come in the order of the association if it is {@linkplain Association#ordered() ordered}; otherwise, and
 * lefts always, in the order in which they were linked. Rights {@linkplain Attributes#sortedBy sorted by an attribute}
 * are so first.
 *
 * <p>Every link carries a record of the association's {@linkplain Association#attributes() attributes}; it is empty if
 * the association has none.
 *
 * @param <LK> the left key
 * @param <RK> the right key
 * @since 0.1
 */
public interface AssociationDao<LK, RK> {

    /** Returns the association that this stores. */
    Association<?, LK, ?, RK> association();

    /** Returns the attributes of the link of the two, if there is one. */
    Optional<Record> find(LK left, RK right);

    /** Returns whether the two are linked. */
    default boolean linked(LK left, RK right) {
        return find(left, right).isPresent();
    }

    /**
     * Returns the right keys of each of these left keys, in order, with attributes; a left without links may be absent.
     */
    Map<LK, Map<RK, Record>> linksOfLefts(Collection<LK> lefts);

    /**
     * Returns the left keys of each of these right keys, in order, with attributes; a right without links may be
     * absent.
     */
    Map<RK, Map<LK, Record>> linksOfRights(Collection<RK> rights);

    /** Returns the right keys of each of these left keys; a left without links may be absent. */
    default Map<LK, List<RK>> rights(Collection<LK> lefts) {
        return LinkRows.keys(linksOfLefts(lefts));
    }

    /** Returns the left keys of each of these right keys; a right without links may be absent. */
    default Map<RK, List<LK>> lefts(Collection<RK> rights) {
        return LinkRows.keys(linksOfRights(rights));
    }

    /** Returns the right keys of a left key. */
    default List<RK> rights(LK left) {
        return rights(List.of(left)).getOrDefault(left, List.of());
    }

    /** Returns the left keys of a right key. */
    default List<LK> lefts(RK right) {
        return lefts(List.of(right)).getOrDefault(right, List.of());
    }

    /**
     * Returns the read of the right rows of each of these left keys with attributes; a left without may be absent.
     *
     * @param rights the DAO of the right resource, in the same store
     */
    default <R extends Record> Read<Map<LK, List<Linked<R, Record>>>> rightRows(
            Collection<LK> lefts, Dao<R, RK> rights) {
        return () -> LinkRows.of(linksOfLefts(lefts), rights);
    }

    /**
     * Returns the read of the left rows of each of these right keys with attributes; a right without may be absent.
     *
     * @param lefts the DAO of the left resource, in the same store
     */
    default <L extends Record> Read<Map<RK, List<Linked<L, Record>>>> leftRows(
            Collection<RK> rights, Dao<L, LK> lefts) {
        return () -> LinkRows.of(linksOfRights(rights), lefts);
    }

    /**
     * Links two that are not linked, after the links that the left one has.
     *
     * @throws dev.dovetail.error.DovetailException if a side that may have one link has another; details name what that
     *     is linked to, but what it was to be linked to if another unit of work is just linking it
     */
    void link(LK left, RK right, Record attributes);

    /** Links two that are not linked; the link carries the defaults. */
    default void link(LK left, RK right) {
        link(left, right, association().attributes().defaults());
    }

    /**
     * Links two, with the defaults, unless they are linked. Unless overridden, looks first.
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

    /** Gives a link, which is there, other attributes. Never called where the association has none. */
    void change(LK left, RK right, Record attributes);

    /**
     * Undoes a link; none is no error.
     *
     * @return whether there was one
     */
    boolean unlink(LK left, RK right);

    /** Gives a left key these rights with these attributes, in this order, and no others, with the least change. */
    void replace(LK left, Map<RK, Record> rights);

    /**
     * Gives a left key these rights, without repeats, in this order, and no others. Links that stay keep their
     * attributes, others get the defaults. Unless overridden, looks first.
     */
    default void replace(LK left, List<RK> rights) {
        Map<RK, Record> present = linksOfLefts(List.of(left)).getOrDefault(left, Map.of());
        Map<RK, Record> wanted = new LinkedHashMap<>();
        for (RK right : rights) {
            Record attributes = present.get(right);
            wanted.put(right, attributes == null ? association().attributes().defaults(wanted.size()) : attributes);
        }
        replace(left, wanted);
    }

    /**
     * Puts the rights of each of these left keys, all that it has, in this order, if the association is ordered. Unless
     * overridden, replaces the set of each.
     */
    default void order(Map<LK, List<RK>> rights) {
        rights.forEach(this::replace);
    }

    /** Undoes all links of a left key. */
    default void unlinkLeft(LK left) {
        replace(left, Map.of());
    }

    /** Undoes all links of a right key. */
    void unlinkRight(RK right);
}
