package dev.dovetail.dao;

import dev.dovetail.operation.Linked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns links by key into lists of keys, or of rows. */
final class LinkRows {
    private LinkRows() {}

    static <K, O> Map<K, List<O>> keys(Map<K, Map<O, Record>> links) {
        Map<K, List<O>> keys = new LinkedHashMap<>();
        links.forEach((key, others) -> keys.put(key, List.copyOf(others.keySet())));
        return keys;
    }

    static <K, O, T extends Record> Map<K, List<Linked<T, Record>>> of(Map<K, Map<O, Record>> links, Dao<T, O> dao) {
        Set<O> keys = new LinkedHashSet<>();
        links.values().forEach(others -> keys.addAll(others.keySet()));
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<O, T> known = new HashMap<>();
        dao.findAll(keys).forEach(row -> known.put(dao.resource().keyOf(row), row));
        Map<K, List<Linked<T, Record>>> rows = new LinkedHashMap<>();
        links.forEach((key, others) -> {
            List<Linked<T, Record>> each = new ArrayList<>();
            others.forEach((other, attributes) -> {
                T row = known.get(other);
                if (row != null) {
                    each.add(new Linked<>(row, attributes));
                }
            });
            rows.put(key, each);
        });
        return rows;
    }

    /** Drops the attributes. */
    static <K, T> Map<K, List<T>> values(Map<K, ? extends List<? extends Linked<T, ?>>> links) {
        Map<K, List<T>> values = new LinkedHashMap<>();
        links.forEach((key, others) ->
                values.put(key, others.stream().<T>map(Linked::value).toList()));
        return values;
    }

    /**
     * Returns the same with the type of the attributes, which the caller has checked to be those of the association.
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static <K, T, A extends Record> Map<K, List<Linked<T, A>>> typed(Map<K, List<Linked<T, Record>>> links) {
        return (Map) links;
    }
}
