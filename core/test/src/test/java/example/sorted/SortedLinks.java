package example.sorted;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.AttributeDao;
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
    public <A extends Record> AttributeDao<LK, RK, A> attributes(Attributes<A> attributes) {
        association.requireAttributes(attributes);
        return new SortedAttributes<>(this, attributes);
    }

    State state() {
        return store.state();
    }

    State changing() {
        return store.unit().working;
    }

    @Override
    public boolean linked(LK left, RK right) {
        return rights(left).contains(right);
    }

    @Override
    public Map<LK, List<RK>> rights(Collection<LK> lefts) {
        State state = store.state();
        return others(lefts, left -> sorted(state, left));
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
    public Map<RK, List<LK>> lefts(Collection<RK> rights) {
        State state = store.state();
        return others(rights, right -> state.lefts(association, right));
    }

    private static <A, B> Map<A, List<B>> others(Collection<A> keys, Function<A, List<B>> linked) {
        Map<A, List<B>> found = new LinkedHashMap<>();
        keys.forEach(key -> found.put(key, List.copyOf(linked.apply(key))));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    @Override
    public void link(LK left, RK right) {
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
        state.carry(association, left, right, association.attributes().defaults());
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
    public void replace(LK left, List<RK> rights) {
        State state = store.unit().working;
        for (RK right : rights(left)) {
            if (!rights.contains(right)) {
                unlink(left, right);
            }
        }
        for (int place = 0; place < rights.size(); place++) {
            if (!linked(left, rights.get(place))) {
                link(left, rights.get(place));
                state.carry(
                        association,
                        left,
                        rights.get(place),
                        association.attributes().defaults(place));
            }
        }
        if (association.ordered()) {
            state.order(association, left, rights);
        }
    }

    @Override
    public void unlinkLeft(LK left) {
        replace(left, List.of());
    }

    @Override
    public void unlinkRight(RK right) {
        lefts(right).forEach(left -> unlink(left, right));
    }
}
