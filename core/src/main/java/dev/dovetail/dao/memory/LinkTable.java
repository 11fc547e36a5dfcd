package dev.dovetail.dao.memory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Holds the links of one association in both directions, each in order. Immutable. */
final class LinkTable<LK, RK> {
    private final HashPMap<LK, PVector<RK>> rights;
    private final HashPMap<RK, PVector<LK>> lefts;

    private LinkTable(HashPMap<LK, PVector<RK>> rights, HashPMap<RK, PVector<LK>> lefts) {
        this.rights = rights;
        this.lefts = lefts;
    }

    static <LK, RK> LinkTable<LK, RK> empty() {
        return new LinkTable<>(HashTreePMap.empty(), HashTreePMap.empty());
    }

    /** Returns links told from both sides, each with its order. */
    static <LK, RK> LinkTable<LK, RK> of(Map<LK, List<RK>> rights, Map<RK, List<LK>> lefts) {
        return new LinkTable<>(persistent(rights), persistent(lefts));
    }

    private static <A, B> HashPMap<A, PVector<B>> persistent(Map<A, List<B>> links) {
        HashPMap<A, PVector<B>> map = HashTreePMap.empty();
        for (Map.Entry<A, List<B>> entry : links.entrySet()) {
            map = map.plus(entry.getKey(), TreePVector.from(entry.getValue()));
        }
        return map;
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

    LinkTable<LK, RK> plus(LK left, RK right) {
        return new LinkTable<>(plus(rights, left, right), plus(lefts, right, left));
    }

    LinkTable<LK, RK> minus(LK left, RK right) {
        return new LinkTable<>(minus(rights, left, right), minus(lefts, right, left));
    }

    /** Returns the table with the rights of one left, all of them linked, in another order. */
    LinkTable<LK, RK> ordered(LK left, List<RK> order) {
        return new LinkTable<>(rights.plus(left, TreePVector.from(order)), lefts);
    }

    private static <A, B> HashPMap<A, PVector<B>> plus(HashPMap<A, PVector<B>> map, A key, B value) {
        return map.plus(key, map.getOrDefault(key, TreePVector.empty()).plus(value));
    }

    private static <A, B> HashPMap<A, PVector<B>> minus(HashPMap<A, PVector<B>> map, A key, B value) {
        PVector<B> rest = map.getOrDefault(key, TreePVector.empty()).minus(value);
        return rest.isEmpty() ? map.minus(key) : map.plus(key, rest);
    }
}
