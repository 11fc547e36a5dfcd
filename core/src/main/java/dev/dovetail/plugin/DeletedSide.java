package dev.dovetail.plugin;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes what an association does when one of its sides is deleted: refuse, or undo the links. */
final class DeletedSide {
    private DeletedSide() {}

    @SuppressWarnings("unchecked")
    static <T extends Record, L extends Record, LK, R extends Record, RK> List<Consumer<Change<T>>> guards(
            Resource<T, ?> deleted, AssociationPlugin<L, LK, R, RK> plugin, Services services) {
        Association<L, LK, R, RK> association = plugin.association();
        AssociationDao<LK, RK> dao = services.dao(association).orElseThrow();
        List<Consumer<Change<T>>> guards = new ArrayList<>();
        if (deleted.equals(association.left())) {
            Function<Change<L>, LK> key = change -> association.left().keyOf(change.value());
            Consumer<Change<L>> guard = switch (association.onDeleteLeft()) {
                case REFUSE -> refuse(Rules.noRights(dao, association.left(), plugin.has().leftInUse));
                case UNLINK ->
                    change -> {
                        List<RK> rights = dao.rights(key.apply(change));
                        dao.unlinkLeft(key.apply(change));
                        plugin.has().leftUnlinked.forEach(hook -> hook.unlinked(services, change, rights));
                    };
                case DISSOCIATE ->
                    change -> dao.rights(key.apply(change))
                            .forEach(right ->
                                    services.of(association).dissociate(everywhere(change), key.apply(change), right));
            };
            guards.add((Consumer<Change<T>>) (Consumer<?>) guard);
        }
        if (deleted.equals(association.right())) {
            Function<Change<R>, RK> key = change -> association.right().keyOf(change.value());
            Consumer<Change<R>> guard = switch (association.onDeleteRight()) {
                case REFUSE -> refuse(Rules.noLefts(dao, association.right(), plugin.has().rightInUse));
                case UNLINK ->
                    change -> {
                        List<LK> lefts = dao.lefts(key.apply(change));
                        unlinkRight(key.apply(change), lefts, dao, association, services);
                        plugin.has().rightUnlinked.forEach(hook -> hook.unlinked(services, change, lefts));
                    };
                case DISSOCIATE ->
                    change -> dao.lefts(key.apply(change))
                            .forEach(left ->
                                    services.of(association).dissociate(everywhere(change), left, key.apply(change)));
            };
            guards.add((Consumer<Change<T>>) (Consumer<?>) guard);
        }
        return guards;
    }

    /** Undoes all links of a right; where it was the main one, the right with the lowest key follows if asked for. */
    private static <L extends Record, LK, R extends Record, RK> void unlinkRight(
            RK right,
            List<LK> lefts,
            AssociationDao<LK, RK> dao,
            Association<L, LK, R, RK> association,
            Services services) {
        Map<LK, List<RK>> before = Map.of();
        if (association.lowestSucceeds()) {
            services.dao(association.left()).lockAll(lefts); // their other links must stay as they are meanwhile
            before = dao.rights(lefts);
        }
        dao.unlinkRight(right);
        Map<LK, List<RK>> orders = new LinkedHashMap<>();
        before.forEach((left, rights) -> {
            if (right.equals(rights.get(0)) && rights.size() > 1) {
                orders.put(left, association.remaining(rights, right));
            }
        });
        dao.order(orders);
    }

    /** Returns the call in the scope of all tenants: what is linked to the object goes with it, wherever it is. */
    private static CallContext everywhere(Change<?> change) {
        return change.call().in(Scope.all());
    }

    private static <T> Consumer<Change<T>> refuse(Rule<Change<T>> rule) {
        return change -> {
            Violations violations = new Violations();
            rule.check(change, violations);
            violations.throwIfAny();
        };
    }
}
