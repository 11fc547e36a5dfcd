package dev.dovetail.plugin;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes what an association does when one of its sides is deleted: refuse, or undo the links. */
final class DeletedSide {
    private DeletedSide() {}

    @SuppressWarnings("unchecked")
    static <T extends Record, L extends Record, LK, R extends Record, RK> List<Consumer<Change<T>>> guards(
            Resource<T, ?> deleted, AssociationPlugin<L, LK, R, RK> plugin, Services services) {
        Association<L, LK, R, RK> association = plugin.association();
        AssociationDao<LK, RK> dao = services.dao(association).orElseThrow();
        List<Consumer<Change<T>>> guards = new ArrayList<>();
        if (deleted == association.left()) {
            Consumer<Change<L>> guard = association.onDeleteLeft() == OnDelete.REFUSE
                    ? refuse(Rules.noRights(dao, association.left(), plugin::leftInUse))
                    : change -> dao.unlinkLeft(association.left().keyOf(change.value()));
            guards.add((Consumer<Change<T>>) (Consumer<?>) guard);
        }
        if (deleted == association.right()) {
            Consumer<Change<R>> guard = association.onDeleteRight() == OnDelete.REFUSE
                    ? refuse(Rules.noLefts(dao, association.right(), plugin::rightInUse))
                    : change -> dao.unlinkRight(association.right().keyOf(change.value()));
            guards.add((Consumer<Change<T>>) (Consumer<?>) guard);
        }
        return guards;
    }

    private static <T> Consumer<Change<T>> refuse(Rule<Change<T>> rule) {
        return change -> {
            Violations violations = new Violations();
            rule.check(change, violations);
            violations.throwIfAny();
        };
    }
}
