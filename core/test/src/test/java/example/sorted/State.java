package example.sorted;

import dev.dovetail.dao.Values;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds all rows and links. A unit of work changes a copy; what is committed is never changed again. */
final class State {
    private final Map<Resource<?, ?>, TreeMap<Object, Record>> rows = new HashMap<>();
    private final Map<Association<?, ?, ?, ?>, Map<Object, List<Object>>> rights = new HashMap<>();
    private final Map<Association<?, ?, ?, ?>, Map<Object, List<Object>>> lefts = new HashMap<>();

    private final Map<Association<?, ?, ?, ?>, Map<List<Object>, Record>> carried = new HashMap<>();

    State copy() {
        State copy = new State();
        rows.forEach((resource, table) -> copy.rows.put(resource, new TreeMap<>(table)));
        rights.forEach((association, links) -> copy.rights.put(association, copy(links)));
        lefts.forEach((association, links) -> copy.lefts.put(association, copy(links)));
        carried.forEach((association, links) -> copy.carried.put(association, new HashMap<>(links)));
        return copy;
    }

    private static Map<Object, List<Object>> copy(Map<Object, List<Object>> links) {
        Map<Object, List<Object>> copy = new LinkedHashMap<>();
        links.forEach((key, others) -> copy.put(key, new ArrayList<>(others)));
        return copy;
    }

    /**
     * Returns the rows of a resource in the order of their keys; empty and not kept where {@code State} is committed.
     */
    @SuppressWarnings("unchecked")
    <T extends Record, K> TreeMap<K, T> rows(Resource<T, K> resource) {
        return (TreeMap<K, T>) rows.getOrDefault(resource, new TreeMap<>(Values::compare));
    }

    @SuppressWarnings("unchecked")
    <T extends Record, K> TreeMap<K, T> rowsToChange(Resource<T, K> resource) {
        return (TreeMap<K, T>) rows.computeIfAbsent(resource, each -> new TreeMap<>(Values::compare));
    }

    @SuppressWarnings("unchecked")
    <LK, RK> List<RK> rights(Association<?, LK, ?, RK> association, LK left) {
        return (List<RK>) rights.getOrDefault(association, Map.of()).getOrDefault(left, List.of());
    }

    @SuppressWarnings("unchecked")
    <LK, RK> List<LK> lefts(Association<?, LK, ?, RK> association, RK right) {
        return (List<LK>) lefts.getOrDefault(association, Map.of()).getOrDefault(right, List.of());
    }

    <LK, RK> void link(Association<?, LK, ?, RK> association, LK left, RK right) {
        others(rights, association, left).add(right);
        others(lefts, association, right).add(left);
    }

    <LK, RK> boolean unlink(Association<?, LK, ?, RK> association, LK left, RK right) {
        boolean there = others(rights, association, left).remove(right);
        others(lefts, association, right).remove(left);
        carried.getOrDefault(association, new HashMap<>()).remove(List.of(left, right));
        return there;
    }

    /** Returns what a link carries, or null if there is none. */
    Record carried(Association<?, ?, ?, ?> association, Object left, Object right) {
        return carried.getOrDefault(association, Map.of()).get(List.of(left, right));
    }

    void carry(Association<?, ?, ?, ?> association, Object left, Object right, Record attributes) {
        carried.computeIfAbsent(association, each -> new HashMap<>()).put(List.of(left, right), attributes);
    }

    <LK, RK> void order(Association<?, LK, ?, RK> association, LK left, List<RK> order) {
        others(rights, association, left).clear();
        others(rights, association, left).addAll(order);
    }

    private static List<Object> others(
            Map<Association<?, ?, ?, ?>, Map<Object, List<Object>>> side,
            Association<?, ?, ?, ?> association,
            Object key) {
        return side.computeIfAbsent(association, each -> new LinkedHashMap<>())
                .computeIfAbsent(key, each -> new ArrayList<>());
    }
}
