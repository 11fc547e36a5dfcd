package dev.dovetail.dao.memory;

import dev.dovetail.dao.Values;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads and changes the links of one association in a store, together with what they carry. */
final class MemoryLinks<LK, RK, A extends Record> {
    private final MemoryStore store;
    private final Association<?, LK, ?, RK> association;
    private final Attributes<A> attributes;
    private final int tablePlace;

    MemoryLinks(MemoryStore store, Association<?, LK, ?, RK> association, Attributes<A> attributes) {
        this.store = store;
        this.association = association;
        this.attributes = attributes;
        this.tablePlace = store.places().of(association);
    }

    Attributes<A> attributes() {
        return attributes;
    }

    private LinkTable<LK, RK> table() {
        return store.state().table(tablePlace, LinkTable.empty());
    }

    private void change(UnaryOperator<LinkTable<LK, RK>> step) {
        MemoryStore.MemoryTransaction unit = store.inUnit();
        unit.put(tablePlace, step.apply(unit.table(tablePlace, LinkTable.<LK, RK>empty())));
    }

    Optional<A> find(LK left, RK right) {
        return carried(table().entry(left, right));
    }

    @SuppressWarnings("unchecked") // as it was put
    private Optional<A> carried(LinkTable.@Nullable Entry<LK, RK> entry) {
        return entry == null ? Optional.empty() : Optional.of((A) entry.attributes());
    }

    Map<LK, List<RK>> rights(Collection<LK> lefts) {
        LinkTable<LK, RK> table = table();
        return linked(lefts, left -> sorted(table, left));
    }

    private List<RK> sorted(LinkTable<LK, RK> table, LK left) {
        return attributes
                .sort()
                .map(column -> table.rights(left).stream()
                        .sorted(Comparator.comparing(
                                right -> Optional.ofNullable(column.get(
                                        carried(table.entry(left, right)).orElseThrow())),
                                (one, other) -> Values.compare(one.orElse(null), other.orElse(null))))
                        .toList())
                .orElseGet(() -> table.rights(left));
    }

    Map<RK, List<LK>> lefts(Collection<RK> rights) {
        return linked(rights, table()::lefts);
    }

    private static <K, O> Map<K, List<O>> linked(Collection<K> keys, Function<K, List<O>> others) {
        Map<K, List<O>> links = new LinkedHashMap<>();
        for (K key : keys) {
            List<O> found = others.apply(key);
            if (!found.isEmpty()) {
                links.put(key, found);
            }
        }
        return links;
    }

    void link(LK left, RK right, A carried) {
        store.inUnit();
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

    void carry(LK left, RK right, A carried) {
        change(links -> links.carrying(left, right, carried));
    }

    void unlink(LK left, RK right) {
        change(links -> links.minus(left, right));
    }

    void unlinkRight(RK right) {
        table().lefts(right).forEach(left -> unlink(left, right));
    }

    /** Replaces the rights of a left; the attributes of those without any stay, or are the defaults. */
    void replace(LK left, List<RK> rights, Map<RK, A> carried) {
        store.inUnit();
        Set<RK> wanted = new HashSet<>(rights);
        List<RK> present = new ArrayList<>(table().rights(left));
        present.removeIf(wanted::contains);
        present.forEach(right -> unlink(left, right));
        for (int place = 0; place < rights.size(); place++) {
            RK right = rights.get(place);
            A given = carried.get(right);
            if (table().entry(left, right) == null) {
                link(left, right, given == null ? attributes.defaults(place) : given);
            } else if (given != null) {
                carry(left, right, given);
            }
        }
        if (association.ordered() && !rights.isEmpty()) {
            change(links -> links.ordered(left, rights));
        }
    }
}
