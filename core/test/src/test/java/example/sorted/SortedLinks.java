package example.sorted;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Values;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Keeps the links of one association, each side in order. */
final class SortedLinks<LK, RK> implements AssociationDao<LK, RK> {
    private final SortedStore store;
    private final Association<?, LK, ?, RK> association;

    SortedLinks(SortedStore store, Association<?, LK, ?, RK> association) {
        this.store = store;
        this.association = association;
    }

    @Override
    public Association<?, LK, ?, RK> association() {
        return association;
    }

    @Override
    public Optional<Record> find(LK left, RK right) {
        return store.state().rights(association, left).contains(right)
                ? Optional.of(store.state().carried(association, left, right))
                : Optional.empty();
    }

    @Override
    public Map<LK, Map<RK, Record>> linksOfLefts(Collection<LK> lefts) {
        State state = store.state();
        return links(lefts, left -> sorted(state, left), (left, right) -> state.carried(association, left, right));
    }

    private List<RK> sorted(State state, LK left) {
        return sorted(association.attributes(), state, left);
    }

    private <A extends Record> List<RK> sorted(Attributes<A> attributes, State state, LK left) {
        List<RK> rights = new ArrayList<>(state.rights(association, left));
        attributes
                .sort()
                .ifPresent(column -> rights.sort((one, other) -> Values.compare(
                        column.get(attributes.model().cast(state.carried(association, left, one))),
                        column.get(attributes.model().cast(state.carried(association, left, other))))));
        return rights;
    }

    @Override
    public Map<RK, Map<LK, Record>> linksOfRights(Collection<RK> rights) {
        State state = store.state();
        return links(
                rights,
                right -> state.lefts(association, right),
                (right, left) -> state.carried(association, left, right));
    }

    private static <K, O> Map<K, Map<O, Record>> links(
            Collection<K> keys, Function<K, Collection<O>> linked, BiFunction<K, O, Record> carried) {
        Map<K, Map<O, Record>> found = new LinkedHashMap<>();
        for (K key : keys) {
            Map<O, Record> others = new LinkedHashMap<>();
            linked.apply(key).forEach(other -> others.put(other, carried.apply(key, other)));
            if (!others.isEmpty()) {
                found.put(key, others);
            }
        }
        return found;
    }

    @Override
    public void link(LK left, RK right, Record attributes) {
        State state = store.unit().working;
        if (association.oneRight() && !rights(left).isEmpty()) {
            throw taken(
                    association.left(), left, association.right(), rights(left).get(0));
        }
        if (association.oneLeft() && !lefts(right).isEmpty()) {
            throw taken(
                    association.right(), right, association.left(), lefts(right).get(0));
        }
        state.link(association, left, right);
        state.carry(association, left, right, attributes);
    }

    @Override
    public void change(LK left, RK right, Record attributes) {
        store.unit().working.carry(association, left, right, attributes);
    }

    private static DovetailException taken(Resource<?, ?> one, Object key, Resource<?, ?> other, Object otherKey) {
        return Errors.stillAssociated(one.name(), other.name(), Details.of(one.name(), key, other.name(), otherKey))
                .toException();
    }

    @Override
    public boolean unlink(LK left, RK right) {
        return store.unit().working.unlink(association, left, right);
    }

    @Override
    public void replace(LK left, Map<RK, Record> rights) {
        State state = store.unit().working;
        for (RK right : rights(left)) {
            if (!rights.containsKey(right)) {
                unlink(left, right);
            }
        }
        rights.forEach((right, attributes) -> {
            if (linked(left, right)) {
                change(left, right, attributes);
            } else {
                link(left, right, attributes);
            }
        });
        if (association.ordered()) {
            state.order(association, left, List.copyOf(rights.keySet()));
        }
    }

    @Override
    public void unlinkRight(RK right) {
        lefts(right).forEach(left -> unlink(left, right));
    }
}
