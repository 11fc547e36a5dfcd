package example.sorted;

import dev.dovetail.dao.Assigned;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Daos;
import dev.dovetail.dao.Matcher;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the rows of one resource in a sorted map. */
final class SortedDao<T extends Record, K> implements Dao<T, K> {
    private final SortedStore store;
    private final Resource<T, K> resource;
    private final AtomicLong lastKey = new AtomicLong();

    SortedDao(SortedStore store, Resource<T, K> resource) {
        this.store = store;
        this.resource = resource;
    }

    @Override
    public Resource<T, K> resource() {
        return resource;
    }

    @Override
    public Optional<T> find(K key) {
        return Optional.ofNullable(store.state().rows(resource).get(key));
    }

    @Override
    public Optional<T> lock(K key) {
        store.unit(); // one unit at a time is running: nothing is left to lock
        return find(key);
    }

    @Override
    public List<T> findAll(Collection<K> keys) {
        Map<K, T> rows = store.state().rows(resource);
        return new TreeSet<>(keys)
                .stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<T> lockAll(Collection<K> keys) {
        store.unit();
        return findAll(keys);
    }

    private Matcher<T> matcher() {
        return Matcher.of(resource, Daos.of(store));
    }

    @Override
    public Optional<T> findBy(Criterion<T> criterion) {
        Matcher<T> matcher = matcher();
        return store.state().rows(resource).values().stream()
                .filter(row -> matcher.matches(criterion, row))
                .findFirst();
    }

    @Override
    public Page<T> search(Search<T> search) {
        return matcher().page(search, store.state().rows(resource).values());
    }

    @Override
    public T create(T row) {
        store.unit();
        T stored = Assigned.firstVersion(resource, withKey(row));
        if (find(resource.keyOf(stored)).isPresent()) {
            throw resource.uniques().get(0).violation(stored).toException();
        }
        return put(stored);
    }

    private T withKey(T row) {
        if (!resource.keyGenerated()) {
            return row;
        }
        long key = Assigned.givenKey(resource, row).orElseGet(() -> lastKey.get() + 1);
        lastKey.accumulateAndGet(key, Math::max);
        return Assigned.key(resource, row, key);
    }

    @Override
    public T createIfAbsent(T row) {
        return find(resource.keyOf(row)).orElseGet(() -> create(row));
    }

    @Override
    public T update(T before, T after) {
        store.unit();
        K key = resource.keyOf(before);
        T present = find(key).orElseThrow(() -> resource.notFound(key).toException());
        return put(Assigned.nextVersion(resource, before, present, after));
    }

    private T put(T row) {
        K key = resource.keyOf(row);
        Map<K, T> rows = store.unit().working.rowsToChange(resource);
        for (Unique<T> unique : resource.uniques()) {
            List<Object> values = unique.key(row);
            for (Map.Entry<K, T> other : rows.entrySet()) {
                if (values != null && !other.getKey().equals(key) && values.equals(unique.key(other.getValue()))) {
                    throw unique.violation(row).toException();
                }
            }
        }
        rows.put(key, row);
        return row;
    }

    @Override
    public void delete(K key) {
        store.unit().working.rowsToChange(resource).remove(key);
    }
}
