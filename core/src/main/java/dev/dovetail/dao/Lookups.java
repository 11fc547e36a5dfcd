package dev.dovetail.dao;

import dev.dovetail.operation.Attributed;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up, for many objects at once, what they are associated with and what is derived from it, and remembers what it has
 * found: one statement per association, however many objects and however often it is asked.
 *
 * <p>For one answer: make it anew for the next. It knows no scope and sees all tenants. Not thread-safe.
 *
 * @since 0.1
 */
public final class Lookups {
    private final Daos daos;
    private final Map<Object, Object> found = new HashMap<>(0);

    private Lookups(Daos daos) {
        this.daos = daos;
    }

    /** Returns look-ups that have found nothing yet. */
    public static Lookups in(Daos daos) {
        return new Lookups(daos);
    }

    private record Asked(String what, Object of, Set<?> keys) {}

    /** Returns what a supplier gives, asked once for equal keys. */
    @SuppressWarnings("unchecked") // filed under its own key
    public <X> X once(Object key, Supplier<X> supplier) {
        Object known = found.get(key);
        if (known == null) {
            known = Objects.requireNonNull(supplier.get());
            found.put(key, known);
        }
        return (X) known;
    }

    /** Returns the right objects of each of these lefts, by left key; a left without is absent. */
    public <L extends Record, LK, R extends Record, RK> Map<LK, List<R>> rights(
            Association<L, LK, R, RK> association, Collection<L> lefts) {
        Set<LK> keys = keys(association.left(), lefts);
        return once(
                new Asked("rights", association, keys),
                () -> daos.find(association)
                        .flatMap(links -> daos.find(association.right()).map(rows -> links.rightRows(keys, rows)))
                        .orElse(Map.of()));
    }

    /** Returns the left objects of each of these rights, by right key; a right without is absent. */
    public <L extends Record, LK, R extends Record, RK> Map<RK, List<L>> lefts(
            Association<L, LK, R, RK> association, Collection<R> rights) {
        Set<RK> keys = keys(association.right(), rights);
        return once(
                new Asked("lefts", association, keys),
                () -> daos.find(association)
                        .flatMap(links -> daos.find(association.left()).map(rows -> links.leftRows(keys, rows)))
                        .orElse(Map.of()));
    }

    /** Returns the right objects of each of these lefts with what the links carry, by left key; a left without is absent. */
    public <L extends Record, LK, R extends Record, RK, A extends Record> Map<LK, List<Attributed<R, A>>> rights(
            Association<L, LK, R, RK> association, Attributes<A> attributes, Collection<L> lefts) {
        Set<LK> keys = keys(association.left(), lefts);
        return once(
                new Asked("attributed rights", association, keys),
                () -> daos.find(association)
                        .flatMap(links -> daos.find(association.right())
                                .map(rows -> links.attributes(attributes).rightRows(keys, rows)))
                        .orElse(Map.of()));
    }

    /** Returns the left objects of each of these rights with what the links carry, by right key; a right without is absent. */
    public <L extends Record, LK, R extends Record, RK, A extends Record> Map<RK, List<Attributed<L, A>>> lefts(
            Association<L, LK, R, RK> association, Attributes<A> attributes, Collection<R> rights) {
        Set<RK> keys = keys(association.right(), rights);
        return once(
                new Asked("attributed lefts", association, keys),
                () -> daos.find(association)
                        .flatMap(links -> daos.find(association.left())
                                .map(rows -> links.attributes(attributes).leftRows(keys, rows)))
                        .orElse(Map.of()));
    }

    private static <T extends Record, K> Set<K> keys(Resource<T, K> resource, Collection<T> rows) {
        Set<K> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(resource.keyOf(row)));
        return keys;
    }

    /** Returns the objects of a resource whose unique column has one of these values, by that value. */
    public <R extends Record, C> Map<C, R> referenced(
            Resource<R, ?> resource, Column<R, C> unique, Collection<C> values) {
        Set<C> wanted = new LinkedHashSet<>(values);
        return once(new Asked("referenced", unique, wanted), () -> {
            Map<C, R> rows = new HashMap<>();
            if (!wanted.isEmpty()) {
                daos.find(resource)
                        .ifPresent(dao -> dao.search(Search.where(Criterion.in(unique, wanted)))
                                .items()
                                .forEach(row -> rows.put(Objects.requireNonNull(unique.get(row)), row)));
            }
            return rows;
        });
    }

    /** Returns the objects of a resource that have one of these values, in no particular order. */
    public <R extends Record, V> List<R> where(
            Resource<R, ?> resource, Expression<R, V> expression, Collection<V> values) {
        Set<V> wanted = new LinkedHashSet<>(values);
        return once(
                new Asked("where", expression, wanted),
                () -> wanted.isEmpty()
                        ? List.of()
                        : daos.find(resource)
                                .map(dao -> dao.search(Search.where(Criterion.in(expression, wanted)))
                                        .items())
                                .orElse(List.of()));
    }

    /** Returns the value of an expression for one object; null if it has none. */
    public <T, V> @Nullable V value(Expression<T, V> expression, T row) {
        return expression instanceof Column<T, V> column
                ? column.get(row)
                : values(expression, List.of(row)).get(0);
    }

    /** Returns the value of an expression for each of these objects, in their order; null where there is none. */
    public <T, V> List<@Nullable V> values(Expression<T, V> expression, List<T> rows) {
        if (expression instanceof Column<T, V> column) {
            List<@Nullable V> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(column.get(row)));
            return values;
        }
        return values(((Derived<T, V>) expression).derivation(), rows);
    }

    @SuppressWarnings("unchecked") // a way starts at the model that it says
    private <T, V> List<@Nullable V> values(Derivation<T, V> derivation, List<T> rows) {
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

    private static <T, V> List<@Nullable V> each(List<T> rows, Make<T, V> make) {
        List<@Nullable V> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(make.of(row)));
        return values;
    }

    private <T, V> List<@Nullable V> firstOf(Derivation.FirstOf<T, V> firstOf, List<T> rows) {
        List<@Nullable V> values = each(rows, row -> null);
        for (Derivation<T, V> derivation : firstOf.derivations()) {
            List<@Nullable V> next = values(derivation, rows);
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) == null) {
                    values.set(i, next.get(i));
                }
            }
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private <L extends Record, R extends Record, V> List<@Nullable V> right(
            Derivation.Right<L, R, V> way, List<L> rows) {
        Association<L, Object, R, Object> association = (Association<L, Object, R, Object>) way.association();
        Map<Object, List<R>> rights = rights(association, rows);
        return further(rows, row -> first(rights.get(association.left().keyOf(row))), way.then());
    }

    @SuppressWarnings("unchecked")
    private <L extends Record, R extends Record, V> List<@Nullable V> left(Derivation.Left<L, R, V> way, List<R> rows) {
        Association<L, Object, R, Object> association = (Association<L, Object, R, Object>) way.association();
        Map<Object, List<L>> lefts = lefts(association, rows);
        return further(rows, row -> first(lefts.get(association.right().keyOf(row))), way.then());
    }

    private static <X> @Nullable X first(@Nullable List<X> list) {
        return list == null || list.isEmpty() ? null : list.get(0);
    }

    private <T, C, R extends Record, V> List<@Nullable V> reference(
            Derivation.Reference<T, C, R, V> way, List<T> rows) {
        List<C> values = new ArrayList<>();
        for (T row : rows) {
            C value = way.column().get(row);
            if (value != null) {
                values.add(value);
            }
        }
        Map<C, R> referenced = referenced(way.resource(), way.unique(), values);
        return further(rows, row -> referenced.get(way.column().get(row)), way.then());
    }

    /** Goes one step on, and from there on with those rows that the step leads to, each once. */
    private <T, R, V> List<@Nullable V> further(List<T> rows, Make<T, R> step, Derivation<R, V> then) {
        List<@Nullable R> next = each(rows, step);
        IdentityHashMap<R, Integer> places = new IdentityHashMap<>();
        List<R> there = new ArrayList<>();
        for (R row : next) {
            if (row != null && places.putIfAbsent(row, there.size()) == null) {
                there.add(row);
            }
        }
        List<@Nullable V> found = values(then, there);
        return each(next, row -> row == null ? null : found.get(Objects.requireNonNull(places.get(row))));
    }
}
