package dev.dovetail.validation;

import com.google.common.collect.Lists;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requires that unique values are not taken by another object, stored or among those checked together. */
final class UniqueRule<T extends Record> implements Rule<Change<T>> {
    private static final int AT_ONCE = 100;

    private final Dao<T, ?> dao;
    private final Resource<T, ?> resource;
    private final List<Unique<T>> uniques;

    UniqueRule(Dao<T, ?> dao, List<Unique<T>> uniques) {
        this.dao = dao;
        this.resource = dao.resource();
        this.uniques = uniques;
    }

    @Override
    public void check(Change<T> change, Violations violations) {
        for (Unique<T> unique : uniques) {
            if (mayBeTaken(unique, change)) {
                dao.findBy(matching(unique, change.value()))
                        .filter(holder -> isOther(change, holder))
                        .ifPresent(holder -> violations.add(unique.violation(change.value())));
            }
        }
    }

    private static <T> boolean mayBeTaken(Unique<T> unique, Change<T> change) {
        return unique.key(change.value()) != null && unique.columns().stream().anyMatch(change::changed);
    }

    private boolean isOther(Change<T> change, T holder) {
        return change.before()
                .filter(before -> resource.keyOf(holder).equals(resource.keyOf(before)))
                .isEmpty();
    }

    private static <T> Criterion<T> matching(Unique<T> unique, T value) {
        List<Criterion<T>> all = new ArrayList<>();
        for (Column<T, ?> column : unique.columns()) {
            Object wanted = Objects.requireNonNull(column.get(value));
            all.add(new Criterion.Equal<>(column, wanted, unique.ignoreCase() && wanted instanceof String));
        }
        return Criterion.all(all);
    }

    @Override
    public void checkAll(List<? extends Change<T>> changes, List<Violations> violations) {
        for (Unique<T> unique : uniques) {
            Map<List<Object>, T> holders = holders(unique, changes);
            Map<List<Object>, Integer> first = new HashMap<>();
            for (int i = 0; i < changes.size(); i++) {
                Change<T> change = changes.get(i);
                if (mayBeTaken(unique, change)) {
                    List<Object> values = Objects.requireNonNull(unique.key(change.value()));
                    T holder = holders.get(values);
                    boolean repeated = first.putIfAbsent(values, i) != null;
                    if (repeated || (holder != null && isOther(change, holder))) {
                        violations.get(i).add(unique.violation(change.value()));
                    }
                }
            }
        }
    }

    /** Returns who has the values of these changes now, by the values. */
    private Map<List<Object>, T> holders(Unique<T> unique, List<? extends Change<T>> changes) {
        List<T> wanted = new ArrayList<>();
        for (Change<T> change : changes) {
            if (mayBeTaken(unique, change)) {
                wanted.add(change.value());
            }
        }
        Map<List<Object>, T> holders = new HashMap<>();
        Column<T, ?> only = unique.columns().size() == 1 && !unique.ignoreCase()
                ? unique.columns().get(0)
                : null;
        int atOnce = only == null ? AT_ONCE : Math.max(1, wanted.size());
        for (List<T> part : Lists.partition(wanted, atOnce)) {
            dao.search(Search.where(anyOf(unique, only, part)))
                    .items()
                    .forEach(row -> holders.put(Objects.requireNonNull(unique.key(row)), row));
        }
        return holders;
    }

    private static <T, V> Criterion<T> anyOf(Unique<T> unique, @Nullable Column<T, V> only, List<T> rows) {
        if (only == null) {
            return Criterion.either(
                    rows.stream().map(row -> matching(unique, row)).toList());
        }
        List<V> values = new ArrayList<>();
        rows.forEach(row -> values.add(Objects.requireNonNull(only.get(row))));
        return Criterion.in(only, values);
    }
}
