package dev.dovetail.dao.memory;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Values;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Keeps the links of one association in memory. */
final class MemoryAssociationDao<LK, RK> implements AssociationDao<LK, RK> {
    private final MemoryStore store;
    private final Association<?, LK, ?, RK> association;
    private final int tablePlace;

    MemoryAssociationDao(MemoryStore store, Association<?, LK, ?, RK> association) {
        this.store = store;
        this.association = association;
        this.tablePlace = store.places().of(association);
    }

    @Override
    public Association<?, LK, ?, RK> association() {
        return association;
    }

    private LinkTable<LK, RK> table() {
        return store.state().table(tablePlace, LinkTable.empty());
    }

    private void change(UnaryOperator<LinkTable<LK, RK>> step) {
        MemoryStore.MemoryTransaction unit = store.inUnit();
        unit.put(tablePlace, step.apply(unit.table(tablePlace, LinkTable.<LK, RK>empty())));
    }

    @Override
    public Optional<Record> find(LK left, RK right) {
        return Optional.ofNullable(table().entry(left, right)).map(LinkTable.Entry::attributes);
    }

    private static <LK, RK> Record attributes(LinkTable<LK, RK> table, LK left, RK right) {
        return Objects.requireNonNull(table.entry(left, right)).attributes();
    }

    @Override
    public Map<LK, Map<RK, Record>> linksOfLefts(Collection<LK> lefts) {
        LinkTable<LK, RK> table = table();
        return links(
                lefts,
                left -> rights(association.attributes(), table, left),
                (left, right) -> attributes(table, left, right));
    }

    @Override
    public Map<RK, Map<LK, Record>> linksOfRights(Collection<RK> rights) {
        LinkTable<LK, RK> table = table();
        return links(rights, table::lefts, (right, left) -> attributes(table, left, right));
    }

    @Override
    public List<RK> rights(LK left) {
        return rights(association.attributes(), table(), left);
    }

    @Override
    public List<LK> lefts(RK right) {
        return table().lefts(right);
    }

    private static <K, O> Map<K, Map<O, Record>> links(
            Collection<K> keys, Function<K, List<O>> others, BiFunction<K, O, Record> attributes) {
        Map<K, Map<O, Record>> links = new LinkedHashMap<>();
        for (K key : keys) {
            Map<O, Record> found = new LinkedHashMap<>();
            others.apply(key).forEach(other -> found.put(other, attributes.apply(key, other)));
            if (!found.isEmpty()) {
                links.put(key, found);
            }
        }
        return links;
    }

    private <A extends Record> List<RK> rights(Attributes<A> attributes, LinkTable<LK, RK> table, LK left) {
        return attributes
                .sort()
                .map(column -> sorted(attributes, column, table, left))
                .orElseGet(() -> table.rights(left));
    }

    private static <LK, RK, A extends Record> List<RK> sorted(
            Attributes<A> attributes, Column<A, ?> column, LinkTable<LK, RK> table, LK left) {
        return table.rights(left).stream()
                .sorted(Comparator.comparing(
                        right -> Optional.ofNullable(column.get(attributes.cast(attributes(table, left, right)))),
                        (one, other) -> Values.compare(one.orElse(null), other.orElse(null))))
                .toList();
    }

    @Override
    public void link(LK left, RK right, Record attributes) {
        store.inUnit();
        Record carried = association.attributes().cast(attributes);
        LinkTable<LK, RK> table = table();
        if (association.oneRight() && !table.rights(left).isEmpty()) {
            throw taken(
                    association.left(),
                    left,
                    association.right(),
                    table.rights(left).get(0));
        }
        if (association.oneLeft() && !table.lefts(right).isEmpty()) {
            throw taken(
                    association.right(),
                    right,
                    association.left(),
                    table.lefts(right).get(0));
        }
        change(links -> links.plus(left, right, carried));
    }

    private static DovetailException taken(Resource<?, ?> one, Object key, Resource<?, ?> other, Object otherKey) {
        return Errors.stillAssociated(one.name(), other.name(), Details.of(one.name(), key, other.name(), otherKey))
                .toException();
    }

    @Override
    public void change(LK left, RK right, Record attributes) {
        Record carried = association.attributes().cast(attributes);
        change(links -> links.carrying(left, right, carried));
    }

    @Override
    public boolean unlink(LK left, RK right) {
        boolean there = linked(left, right);
        change(links -> links.minus(left, right));
        return there;
    }

    @Override
    public void replace(LK left, Map<RK, Record> rights) {
        store.inUnit();
        List<RK> leaving = new ArrayList<>(table().rights(left));
        leaving.removeAll(rights.keySet());
        leaving.forEach(right -> unlink(left, right));
        rights.forEach((right, attributes) -> {
            if (linked(left, right)) {
                change(left, right, attributes);
            } else {
                link(left, right, attributes);
            }
        });
        if (association.ordered() && !rights.isEmpty()) {
            change(links -> links.ordered(left, List.copyOf(rights.keySet())));
        }
    }

    @Override
    public void unlinkRight(RK right) {
        table().lefts(right).forEach(left -> unlink(left, right));
    }
}
