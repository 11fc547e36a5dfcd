package dev.dovetail.dao;

import dev.dovetail.operation.Linked;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up, for many objects at once, what they are associated with and what is derived from it, and remembers what it
 * has found. Nothing is read before it is wanted: then all that has been asked for is read at once, in an SQL store by
 * one statement, however many associations and objects it is about.
 *
 * <p>For one answer: make it anew for the next. It knows no scope and sees all tenants. Not thread-safe.
 *
 * @since 0.1
 */
public final class Lookups {
    private final Daos daos;
    private final Map<Key, Lookup<?>> asked = new HashMap<>(0);
    private final List<Lookup.Asked<?>> unread = new ArrayList<>(0);
    private List<Lookup<?>> following = new ArrayList<>(0);

    private Lookups(Daos daos) {
        this.daos = daos;
    }

    /** Returns look-ups that have found nothing yet. */
    public static Lookups in(Daos daos) {
        return new Lookups(daos);
    }

    private record Key(String what, Object of, Set<?> keys) {}

    /** Remembers a read under its key, or that there is nothing to read. */
    @SuppressWarnings("unchecked") // filed under its own key
    private <X> Lookup<X> ask(Key key, X nothing, Supplier<Optional<Read<X>>> read) {
        Lookup<?> known = asked.get(key);
        if (known == null) {
            Optional<Read<X>> wanted = key.keys().isEmpty() ? Optional.empty() : read.get();
            known = wanted.<Lookup<X>>map(this::ask).orElseGet(() -> new Lookup.Known<>(this, nothing));
            asked.put(key, known);
        }
        return (Lookup<X>) known;
    }

    private <X> Lookup<X> ask(Read<X> read) {
        Lookup.Asked<X> lookup = new Lookup.Asked<>(this, read);
        unread.add(lookup);
        return lookup;
    }

    /** Returns one that is found already. */
    public <X> Lookup<X> known(X found) {
        return new Lookup.Known<>(this, found);
    }

    <X> Lookup<X> following(Lookup<X> next) {
        if (!next.isFound()) {
            following.add(next);
        }
        return next;
    }

    /** Finds everything that has been asked for, and what is asked for on the way. */
    public void findAll() {
        while (!unread.isEmpty() || !following.isEmpty()) {
            readAsked();
        }
    }

    /** Reads what has been asked for so far, by one read for each store, and lets go on what has waited for it. */
    void readAsked() {
        Map<Read.Reader, List<Lookup.Asked<?>>> byReader = new LinkedHashMap<>();
        for (Lookup.Asked<?> lookup : unread) {
            byReader.computeIfAbsent(lookup.read().reader(), reader -> new ArrayList<>())
                    .add(lookup);
        }
        byReader.forEach((reader, lookups) -> {
            List<Object> results =
                    reader.results(lookups.stream().map(Lookup.Asked::read).toList());
            for (int i = 0; i < results.size(); i++) {
                lookups.get(i).found(results.get(i));
            }
            unread.removeAll(lookups);
        });
        List<Lookup<?>> waiting = following;
        following = new ArrayList<>();
        waiting.forEach(this::following);
    }

    /** Returns the right objects of each of these lefts, by left key; a left without is absent. */
    public <L extends Record, LK, R extends Record, RK> Lookup<Map<LK, List<R>>> rights(
            Association<L, LK, R, RK> association, Collection<L> lefts) {
        return linkedRights(association, lefts).map(LinkRows::values);
    }

    /** Returns the left objects of each of these rights, by right key; a right without is absent. */
    public <L extends Record, LK, R extends Record, RK> Lookup<Map<RK, List<L>>> lefts(
            Association<L, LK, R, RK> association, Collection<R> rights) {
        return linkedLefts(association, rights).map(LinkRows::values);
    }

    /**
     * Returns the right objects of each of these lefts with attributes, by left key; a left without is absent.
     *
     * @throws IllegalArgumentException if these are not the attributes of the association
     */
    public <L extends Record, LK, R extends Record, RK, A extends Record> Lookup<Map<LK, List<Linked<R, A>>>> rights(
            Association<L, LK, R, RK> association, Attributes<A> attributes, Collection<L> lefts) {
        association.requireAttributes(attributes);
        return linkedRights(association, lefts).map(LinkRows::typed);
    }

    /**
     * Returns the left objects of each of these rights with attributes, by right key; a right without is absent.
     *
     * @throws IllegalArgumentException if these are not the attributes of the association
     */
    public <L extends Record, LK, R extends Record, RK, A extends Record> Lookup<Map<RK, List<Linked<L, A>>>> lefts(
            Association<L, LK, R, RK> association, Attributes<A> attributes, Collection<R> rights) {
        association.requireAttributes(attributes);
        return linkedLefts(association, rights).map(LinkRows::typed);
    }

    private <L extends Record, LK, R extends Record, RK> Lookup<Map<LK, List<Linked<R, Record>>>> linkedRights(
            Association<L, LK, R, RK> association, Collection<L> lefts) {
        Set<LK> keys = keys(association.left(), lefts);
        return ask(
                new Key("rights", association, keys),
                Map.of(),
                () -> daos.find(association)
                        .flatMap(links -> daos.find(association.right()).map(rows -> links.rightRows(keys, rows))));
    }

    private <L extends Record, LK, R extends Record, RK> Lookup<Map<RK, List<Linked<L, Record>>>> linkedLefts(
            Association<L, LK, R, RK> association, Collection<R> rights) {
        Set<RK> keys = keys(association.right(), rights);
        return ask(
                new Key("lefts", association, keys),
                Map.of(),
                () -> daos.find(association)
                        .flatMap(links -> daos.find(association.left()).map(rows -> links.leftRows(keys, rows))));
    }

    private static <T extends Record, K> Set<K> keys(Resource<T, K> resource, Collection<T> rows) {
        Set<K> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(resource.keyOf(row)));
        return keys;
    }

    /** Returns the objects of a resource whose unique column has one of these values, by that value. */
    public <R extends Record, C> Lookup<Map<C, R>> referenced(
            Resource<R, ?> resource, Column<R, C> unique, Collection<C> values) {
        return where(resource, unique, values).map(found -> {
            Map<C, R> rows = new HashMap<>();
            found.forEach(row -> rows.put(Objects.requireNonNull(unique.get(row)), row));
            return rows;
        });
    }

    /** Returns the objects of a resource that have one of these values, in no particular order. */
    public <R extends Record, V> Lookup<List<R>> where(
            Resource<R, ?> resource, Expression<R, V> expression, Collection<V> values) {
        Set<V> wanted = new LinkedHashSet<>(values);
        return ask(
                new Key("where", expression, wanted),
                List.of(),
                () -> daos.find(resource).map(dao -> dao.reading().rows(Criterion.in(expression, wanted))));
    }

    /** Returns the value of an expression for one object, looked up at once; null if it has none. */
    public <T, V> @Nullable V value(Expression<T, V> expression, T row) {
        return expression instanceof Column<T, V> column
                ? column.get(row)
                : values(expression, List.of(row)).get().get(0);
    }

    /** Returns the value of an expression for each of these objects, in their order; null where there is none. */
    public <T, V> Lookup<List<@Nullable V>> values(Expression<T, V> expression, List<T> rows) {
        return expression instanceof Column<T, V> column
                ? each(rows, column::get)
                : values(((Derived<T, V>) expression).derivation(), rows);
    }

    @SuppressWarnings("unchecked") // a way starts at the model that it says
    private <T, V> Lookup<List<@Nullable V>> values(Derivation<T, V> derivation, List<T> rows) {
        if (derivation instanceof Derivation.Own<T, V> own) {
            return each(rows, row -> own.function().apply(row));
        } else if (derivation instanceof Derivation.Value<T, V> value) {
            return values(value.expression(), rows);
        } else if (derivation instanceof Derivation.Constant<T, V> constant) {
            return each(rows, row -> constant.value());
        } else if (derivation instanceof Derivation.FirstOf<T, V> firstOf) {
            return firstOf(firstOf, rows);
        } else if (derivation instanceof Derivation.OnlyIf<T, ?, V> onlyIf) {
            return further(
                    rows, row -> Objects.equals(onlyIf.column().get(row), onlyIf.value()) ? row : null, onlyIf.then());
        } else if (derivation instanceof Derivation.Right<?, ?, ?> right) {
            return right((Derivation.Right<Record, Record, V>) right, (List<Record>) rows);
        } else if (derivation instanceof Derivation.Left<?, ?, ?> left) {
            return left((Derivation.Left<Record, Record, V>) left, (List<Record>) rows);
        }
        return reference((Derivation.Reference<T, Object, Record, V>) derivation, rows);
    }

    private interface Make<T, V> {
        @Nullable
        V of(T row);
    }

    private <T, V> Lookup<List<@Nullable V>> each(List<T> rows, Make<T, V> make) {
        return known(made(rows, make));
    }

    private static <T, V> List<@Nullable V> made(List<T> rows, Make<T, V> make) {
        List<@Nullable V> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(make.of(row)));
        return values;
    }

    private <T, V> Lookup<List<@Nullable V>> firstOf(Derivation.FirstOf<T, V> firstOf, List<T> rows) {
        Lookup<List<@Nullable V>> first = each(rows, row -> null);
        for (Derivation<T, V> derivation : firstOf.derivations()) {
            first = first.with(values(derivation, rows), Lookups::firstOf);
        }
        return first;
    }

    private static <V> List<@Nullable V> firstOf(List<@Nullable V> one, List<@Nullable V> other) {
        List<@Nullable V> values = new ArrayList<>(one);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                values.set(i, other.get(i));
            }
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private <L extends Record, R extends Record, V> Lookup<List<@Nullable V>> right(
            Derivation.Right<L, R, V> way, List<L> rows) {
        Association<L, Object, R, Object> association = (Association<L, Object, R, Object>) way.association();
        return rights(association, rows)
                .then(rights ->
                        further(rows, row -> first(rights.get(association.left().keyOf(row))), way.then()));
    }

    @SuppressWarnings("unchecked")
    private <L extends Record, R extends Record, V> Lookup<List<@Nullable V>> left(
            Derivation.Left<L, R, V> way, List<R> rows) {
        Association<L, Object, R, Object> association = (Association<L, Object, R, Object>) way.association();
        return lefts(association, rows)
                .then(lefts ->
                        further(rows, row -> first(lefts.get(association.right().keyOf(row))), way.then()));
    }

    private static <X> @Nullable X first(@Nullable List<X> list) {
        return list == null || list.isEmpty() ? null : list.get(0);
    }

    private <T, C, R extends Record, V> Lookup<List<@Nullable V>> reference(
            Derivation.Reference<T, C, R, V> way, List<T> rows) {
        List<C> values = new ArrayList<>();
        for (T row : rows) {
            C value = way.column().get(row);
            if (value != null) {
                values.add(value);
            }
        }
        return referenced(way.resource(), way.unique(), values)
                .then(referenced ->
                        further(rows, row -> referenced.get(way.column().get(row)), way.then()));
    }

    /** Goes one step on, and from there on with those rows that the step leads to, each once. */
    private <T, R, V> Lookup<List<@Nullable V>> further(List<T> rows, Make<T, R> step, Derivation<R, V> then) {
        List<@Nullable R> next = made(rows, step);
        IdentityHashMap<R, Integer> places = new IdentityHashMap<>();
        List<R> there = new ArrayList<>();
        for (R row : next) {
            if (row != null && places.putIfAbsent(row, there.size()) == null) {
                there.add(row);
            }
        }
        return values(then, there)
                .map(found ->
                        made(next, row -> row == null ? null : found.get(Objects.requireNonNull(places.get(row)))));
    }
}
