package dev.dovetail.dao.memory;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Lookups;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Cursor;
import dev.dovetail.query.Keyset;
import dev.dovetail.query.Order;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of one resource in memory. */
final class MemoryDao<T extends Record, K> implements Dao<T, K> {
    private final MemoryStore store;
    private final Resource<T, K> resource;
    private final Table<T, K> empty;
    private final AtomicLong lastKey = new AtomicLong();

    MemoryDao(MemoryStore store, Resource<T, K> resource) {
        this.store = store;
        this.resource = resource;
        this.empty = Table.empty(resource);
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
        return store.state().table(resource, empty);
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
        Matcher matcher = new Matcher(store.lookups());
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
        Keyset<T> keyset = Keyset.of(resource, search);
        Lookups lookups = store.lookups();
        Matcher matcher = new Matcher(lookups);
        Predicate<T> text = matcher.text(search, resource);
        List<T> found = new ArrayList<>();
        for (T row : table().rows()) {
            if (matcher.matches(search.criterion(), row) && text.test(row)) {
                found.add(row);
            }
        }
        for (int i = keyset.order().size() - 1; i >= 0; i--) {
            found.sort(comparator(keyset.order().get(i), lookups));
        }
        int from = search.after().map(cursor -> past(keyset, cursor, found)).orElseGet(() ->
                (int) Math.min(search.offset(), found.size()));
        int to = (int) Math.min((long) from + search.limit().orElse(Integer.MAX_VALUE), found.size());
        List<T> items = found.subList(from, to);
        boolean more = to < found.size() && !items.isEmpty();
        return Page.of(items, OptionalLong.of(found.size()), more ? keyset.after(items.get(items.size() - 1)) : null);
    }

    /** Returns how many of the sorted rows lie before a cursor, or at it. */
    private static <T> int past(Keyset<T> keyset, Cursor cursor, List<T> sorted) {
        int past = 0;
        while (past < sorted.size() && compare(keyset, sorted.get(past), cursor) <= 0) {
            past++;
        }
        return past;
    }

    private static <T> int compare(Keyset<T> keyset, T row, Cursor cursor) {
        for (int i = 0; i < keyset.order().size(); i++) {
            Order<T> order = keyset.order().get(i);
            Column<T, ?> column = (Column<T, ?>) order.expression();
            int compared = Values.compare(column.get(row), cursor.values().get(i));
            if (compared != 0) {
                return order.descending() ? -compared : compared;
            }
        }
        return 0;
    }

    private static <T> Comparator<T> comparator(Order<T> order, Lookups lookups) {
        Comparator<T> ascending = (one, other) ->
                Values.compare(lookups.value(order.expression(), one), lookups.value(order.expression(), other));
        return order.descending() ? ascending.reversed() : ascending;
    }

    @Override
    public T create(T row) {
        store.inUnit();
        T stored = withVersion(withKey(row), 1);
        K key = resource.keyOf(stored);
        if (table().get(key) != null) {
            throw resource.uniques().get(0).violation(stored).toException();
        }
        put(key, stored);
        return stored;
    }

    @Override
    public T createIfAbsent(T row) {
        store.inUnit();
        return find(resource.keyOf(row)).orElseGet(() -> create(row));
    }

    private T withKey(T row) {
        Object key = resource.key().get(row);
        boolean given = key != null && !(key instanceof Number number && number.longValue() == 0);
        if (!resource.keyGenerated()) {
            return row;
        }
        if (given) {
            passKey(((Number) Objects.requireNonNull(key)).longValue());
            return row;
        }
        return with(row, resource.key(), lastKey.incrementAndGet());
    }

    private T withVersion(T row, long version) {
        Column<T, ?> column = resource.version().orElse(null);
        return column == null ? row : with(row, column, version);
    }

    private T with(T row, Column<T, ?> column, long number) {
        @Nullable Object[] values = resource.values(row);
        boolean isInt = column.type() == int.class || column.type() == Integer.class;
        values[column.index()] = isInt ? (Object) Math.toIntExact(number) : (Object) number;
        return resource.construct(values);
    }

    @Override
    public T update(T before, T after) {
        K key = resource.keyOf(before);
        T present = table().get(key);
        if (present == null) {
            throw resource.notFound(key).toException();
        }
        T stored = resource.version()
                .map(column -> withVersion(after, nextVersion(column, before, present)))
                .orElse(after);
        put(key, stored);
        return stored;
    }

    private long nextVersion(Column<T, ?> column, T before, T present) {
        Number given = (Number) Objects.requireNonNull(column.get(before));
        Number stored = (Number) Objects.requireNonNull(column.get(present));
        if (given.longValue() != stored.longValue()) {
            DovetailException stale =
                    Errors.staleVersion(resource.name(), given, stored).toException();
            throw stale;
        }
        return stored.longValue() + 1;
    }

    @Override
    public void delete(K key) {
        store.change(snapshot ->
                snapshot.with(resource, snapshot.table(resource, empty).remove(key)));
    }

    private void put(K key, T row) {
        store.change(snapshot ->
                snapshot.with(resource, snapshot.table(resource, empty).put(key, row)));
    }
}
