package dev.dovetail.dao.memory;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Keeps the links of one association in memory. */
final class MemoryAssociationDao<LK, RK> implements AssociationDao<LK, RK> {
    private final MemoryStore store;
    private final Association<?, LK, ?, RK> association;

    MemoryAssociationDao(MemoryStore store, Association<?, LK, ?, RK> association) {
        this.store = store;
        this.association = association;
    }

    @Override
    public Association<?, LK, ?, RK> association() {
        return association;
    }

    private LinkTable<LK, RK> table() {
        return store.state().table(association, LinkTable.empty());
    }

    private void change(UnaryOperator<LinkTable<LK, RK>> step) {
        store.change(snapshot ->
                snapshot.with(association, step.apply(snapshot.table(association, LinkTable.<LK, RK>empty()))));
    }

    @Override
    public boolean linked(LK left, RK right) {
        return table().rights(left).contains(right);
    }

    @Override
    public Map<LK, List<RK>> rights(Collection<LK> lefts) {
        return linked(lefts, table()::rights);
    }

    @Override
    public Map<RK, List<LK>> lefts(Collection<RK> rights) {
        return linked(rights, table()::lefts);
    }

    private static <A, B> Map<A, List<B>> linked(Collection<A> keys, Function<A, List<B>> others) {
        Map<A, List<B>> links = new LinkedHashMap<>();
        for (A key : keys) {
            List<B> found = others.apply(key);
            if (!found.isEmpty()) {
                links.put(key, found);
            }
        }
        return links;
    }

    @Override
    public void link(LK left, RK right) {
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
        change(links -> links.plus(left, right));
    }

    private static DovetailException taken(Resource<?, ?> one, Object key, Resource<?, ?> other, Object otherKey) {
        return Errors.stillAssociated(one.name(), other.name(), Details.of(one.name(), key, other.name(), otherKey))
                .toException();
    }

    @Override
    public void unlink(LK left, RK right) {
        change(links -> links.minus(left, right));
    }

    @Override
    public void replace(LK left, List<RK> rights) {
        store.inUnit();
        for (RK right : table().rights(left)) {
            if (!rights.contains(right)) {
                unlink(left, right);
            }
        }
        for (RK right : rights) {
            if (!linked(left, right)) {
                link(left, right);
            }
        }
        if (association.ordered() && !rights.isEmpty()) {
            change(links -> links.ordered(left, rights));
        }
    }

    @Override
    public void unlinkLeft(LK left) {
        replace(left, List.of());
    }

    @Override
    public void unlinkRight(RK right) {
        table().lefts(right).forEach(left -> unlink(left, right));
    }
}
