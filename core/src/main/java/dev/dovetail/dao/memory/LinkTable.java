package dev.dovetail.dao.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Holds the links of one association in both directions, each in order, with what they carry. Immutable. */
final class LinkTable<LK, RK> {
    /**
     * Is one link.
     *
     * @param sequence grows with each link made
     * @param attributes what it carries
     */
    record Entry<LK, RK>(LK left, RK right, long sequence, Record attributes) {}

    private record Pair<LK, RK>(LK left, RK right) {}

    private final HashPMap<LK, PVector<RK>> rights;
    private final HashPMap<RK, PVector<LK>> lefts;
    private final HashPMap<Pair<LK, RK>, Entry<LK, RK>> entries;
    private final long next;

    private LinkTable(
            HashPMap<LK, PVector<RK>> rights,
            HashPMap<RK, PVector<LK>> lefts,
            HashPMap<Pair<LK, RK>, Entry<LK, RK>> entries,
            long next) {
        this.rights = rights;
        this.lefts = lefts;
        this.entries = entries;
        this.next = next;
    }

    static <LK, RK> LinkTable<LK, RK> empty() {
        return new LinkTable<>(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), 0);
    }

    Map<LK, List<RK>> allRights() {
        return Collections.unmodifiableMap(rights);
    }

    Map<RK, List<LK>> allLefts() {
        return Collections.unmodifiableMap(lefts);
    }

    List<RK> rights(LK left) {
        return rights.getOrDefault(left, TreePVector.empty());
    }

    List<LK> lefts(RK right) {
        return lefts.getOrDefault(right, TreePVector.empty());
    }

    /** Returns a link; null if there is none. */
    @Nullable
    Entry<LK, RK> entry(LK left, RK right) {
        return entries.get(new Pair<>(left, right));
    }

    /**
     * Returns all links in the order in which they were made. Added in this order to an empty table, and {@link
     * #ordered} by the rights of each left, they make the same one.
     */
    List<Entry<LK, RK>> entries() {
        List<Entry<LK, RK>> all = new ArrayList<>(entries.values());
        all.sort(Comparator.comparingLong(Entry::sequence));
        return all;
    }

    LinkTable<LK, RK> plus(LK left, RK right, Record attributes) {
        return new LinkTable<>(
                plus(rights, left, right),
                plus(lefts, right, left),
                entries.plus(new Pair<>(left, right), new Entry<>(left, right, next, attributes)),
                next + 1);
    }

    LinkTable<LK, RK> minus(LK left, RK right) {
        return new LinkTable<>(
                minus(rights, left, right), minus(lefts, right, left), entries.minus(new Pair<>(left, right)), next);
    }

    /** Returns the table with one link, which is there, carrying something else. */
    LinkTable<LK, RK> carrying(LK left, RK right, Record attributes) {
        Entry<LK, RK> known = entry(left, right);
        return known == null
                ? this
                : new LinkTable<>(
                        rights,
                        lefts,
                        entries.plus(new Pair<>(left, right), new Entry<>(left, right, known.sequence(), attributes)),
                        next);
    }

    /** Returns the table with the rights of one left, all of them linked, in another order. */
    LinkTable<LK, RK> ordered(LK left, List<RK> order) {
        return new LinkTable<>(rights.plus(left, TreePVector.from(order)), lefts, entries, next);
    }

    private static <A, B> HashPMap<A, PVector<B>> plus(HashPMap<A, PVector<B>> map, A key, B value) {
        return map.plus(key, map.getOrDefault(key, TreePVector.empty()).plus(value));
    }

    private static <A, B> HashPMap<A, PVector<B>> minus(HashPMap<A, PVector<B>> map, A key, B value) {
        PVector<B> rest = map.getOrDefault(key, TreePVector.empty()).minus(value);
        return rest.isEmpty() ? map.minus(key) : map.plus(key, rest);
    }
}
