package dev.dovetail.dao.memory;

import dev.dovetail.dao.Assigned;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Matcher;
import dev.dovetail.dao.Values;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the rows of one resource in memory. */
final class MemoryDao<T extends Record, K> implements Dao<T, K> {
    private final MemoryStore store;
    private final Resource<T, K> resource;
    private final Table<T, K> empty;
    private final int place;
    private final boolean fits;
    private final AtomicLong lastKey = new AtomicLong();

    MemoryDao(MemoryStore store, Resource<T, K> resource) {
        this.store = store;
        this.resource = resource;
        this.empty = Table.empty(resource);
        this.place = store.places().of(resource);
        this.fits = Values.areFitted(resource);
    }

    @Override
    public Resource<T, K> resource() {
        return resource;
    }

    long lastKey() {
        return lastKey.get();
    }

    /** Makes all keys that will be generated higher than one. */
    void passKey(long key) {
        lastKey.accumulateAndGet(key, Math::max);
    }

    private Table<T, K> table() {
        return store.state().table(place, empty);
    }

    @Override
    public Optional<T> find(K key) {
        return Optional.ofNullable(table().get(key));
    }

    @Override
    public Optional<T> lock(K key) {
        store.inUnit();
        return find(key);
    }

    @Override
    public List<T> findAll(Collection<K> keys) {
        Table<T, K> table = table();
        List<T> found = new ArrayList<>(keys.size());
        for (K key : new TreeSet<>(keys)) {
            T row = table.get(key);
            if (row != null) {
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public List<T> lockAll(Collection<K> keys) {
        store.inUnit();
        return findAll(keys);
    }

    @Override
    public Optional<T> findBy(Criterion<T> criterion) {
        Table<T, K> table = table();
        int unique = uniqueOf(criterion);
        if (unique > 0) {
            List<Object> values =
                    equals(criterion).stream().map(Criterion.Equal::value).toList();
            return Optional.ofNullable(table.byUnique(unique, values));
        }
        Matcher<T> matcher = store.matcher(resource);
        for (T row : table.rows()) {
            if (matcher.matches(criterion, row)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Returns which unique's index answers a criterion, or 0 for none. */
    private int uniqueOf(Criterion<T> criterion) {
        List<Criterion.Equal<T>> equals = equals(criterion);
        for (int i = 1; i < resource.uniques().size(); i++) {
            Unique<T> unique = resource.uniques().get(i);
            if (!unique.ignoreCase()
                    && unique.columns()
                            .equals(equals.stream()
                                    .map(Criterion.Equal::expression)
                                    .toList())) {
                return i;
            }
        }
        return 0;
    }

    /** Returns the equalities that a criterion consists of; none if it has other parts. */
    private static <T> List<Criterion.Equal<T>> equals(Criterion<T> criterion) {
        List<Criterion<T>> parts = criterion instanceof Criterion.And<T> and ? and.criteria() : List.of(criterion);
        List<Criterion.Equal<T>> equals = new ArrayList<>();
        for (Criterion<T> part : parts) {
            if (!(part instanceof Criterion.Equal<T> equal) || equal.ignoreCase()) {
                return List.of();
            }
            equals.add(equal);
        }
        return equals;
    }

    @Override
    public Page<T> search(Search<T> search) {
        return store.matcher(resource).page(search, table().rows());
    }

    @Override
    public T fitted(T row) {
        return fits ? Values.fitted(resource, row) : row;
    }

    @Override
    public T create(T row) {
        MemoryStore.MemoryTransaction unit = store.inUnit();
        T stored = Assigned.firstVersion(resource, withKey(fitted(row)));
        unit.put(place, unit.table(place, empty).add(resource.keyOf(stored), stored));
        return stored;
    }

    @Override
    public T createIfAbsent(T row) {
        store.inUnit();
        return find(resource.keyOf(row)).orElseGet(() -> create(row));
    }

    private T withKey(T row) {
        if (!resource.keyGenerated()) {
            return row;
        }
        OptionalLong given = Assigned.givenKey(resource, row);
        if (given.isPresent()) {
            passKey(given.getAsLong());
            return row;
        }
        return Assigned.key(resource, row, lastKey.incrementAndGet());
    }

    @Override
    public T update(T before, T after) {
        K key = resource.keyOf(before);
        MemoryStore.MemoryTransaction unit = store.inUnit();
        Table<T, K> table = unit.table(place, empty);
        T present = table.get(key);
        if (present == null) {
            throw resource.notFound(key).toException();
        }
        T stored = Assigned.nextVersion(resource, before, present, fitted(after));
        unit.put(place, table.replace(key, present, stored));
        return stored;
    }

    @Override
    public void delete(K key) {
        MemoryStore.MemoryTransaction unit = store.inUnit();
        unit.put(place, unit.table(place, empty).remove(key));
    }
}
