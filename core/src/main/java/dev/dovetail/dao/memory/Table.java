package dev.dovetail.dao.memory;

import dev.dovetail.dao.Values;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** Holds the rows of one resource, by key and by unique values. Immutable. */
final class Table<T extends Record, K> {
    private final Resource<T, K> resource;
    private final TreePMap<K, T> rows;
    private final List<HashPMap<List<Object>, K>> uniques;

    private Table(Resource<T, K> resource, TreePMap<K, T> rows, List<HashPMap<List<Object>, K>> uniques) {
        this.resource = resource;
        this.rows = rows;
        this.uniques = uniques;
    }

    static <T extends Record, K> Table<T, K> empty(Resource<T, K> resource) {
        List<HashPMap<List<Object>, K>> indexes = new ArrayList<>();
        for (int i = 1; i < resource.uniques().size(); i++) {
            indexes.add(HashTreePMap.empty());
        }
        return new Table<>(resource, TreePMap.empty(Values::compare), indexes);
    }

    @Nullable
    T get(K key) {
        return rows.get(key);
    }

    Collection<T> rows() {
        return rows.values();
    }

    /**
     * Returns the table with one row more.
     *
     * @throws dev.dovetail.error.DovetailException if the key or another unique value is taken
     */
    Table<T, K> add(K key, T row) {
        TreePMap<K, T> more = rows.plus(key, row);
        if (more.size() == rows.size()) { // which costs less than to look first
            throw resource.uniques().get(0).violation(row).toException();
        }
        return new Table<>(resource, more, indexed(key, null, row));
    }

    /**
     * Returns the table with another row in the place of one.
     *
     * @throws dev.dovetail.error.DovetailException if a unique value is taken
     */
    Table<T, K> replace(K key, T before, T row) {
        return new Table<>(resource, rows.plus(key, row), indexed(key, before, row));
    }

    /** Returns the table with one row more or another row in its place. */
    Table<T, K> put(K key, T row) {
        T before = rows.get(key);
        return before == null ? add(key, row) : replace(key, before, row);
    }

    private List<HashPMap<List<Object>, K>> indexed(K key, @Nullable T before, T row) {
        List<HashPMap<List<Object>, K>> indexes = uniques;
        for (int i = 0; i < uniques.size(); i++) {
            Unique<T> unique = resource.uniques().get(i + 1);
            List<Object> values = unique.key(row);
            List<Object> former = before == null ? null : unique.key(before);
            if (Objects.equals(values, former)) {
                continue;
            }
            HashPMap<List<Object>, K> index = without(uniques.get(i), former);
            indexes = indexes == uniques ? new ArrayList<>(uniques) : indexes;
            indexes.set(i, values == null ? index : with(index, values, key, unique, row));
        }
        return indexes;
    }

    private static <T extends Record, K> HashPMap<List<Object>, K> with(
            HashPMap<List<Object>, K> index, List<Object> values, K key, Unique<T> unique, T row) {
        HashPMap<List<Object>, K> more = index.plus(values, key);
        if (more.size() == index.size()) {
            throw unique.violation(row).toException();
        }
        return more;
    }

    Table<T, K> remove(K key) {
        T before = rows.get(key);
        if (before == null) {
            return this;
        }
        List<HashPMap<List<Object>, K>> indexes = new ArrayList<>(uniques);
        for (int i = 0; i < indexes.size(); i++) {
            indexes.set(i, without(indexes.get(i), resource.uniques().get(i + 1).key(before)));
        }
        return new Table<>(resource, rows.minus(key), indexes);
    }

    private static <K> HashPMap<List<Object>, K> without(
            HashPMap<List<Object>, K> index, @Nullable List<Object> values) {
        return values == null ? index : index.minus(values);
    }

    /** Returns the row whose unique values are these, if the index of that unique holds one. */
    @Nullable
    T byUnique(int unique, List<Object> values) {
        K key = uniques.get(unique - 1).get(values);
        return key == null ? null : Objects.requireNonNull(rows.get(key));
    }
}
