package dev.dovetail.examples.telephony.legacy;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Store;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Is an {@link AssociationPlugin} written as a class; goes when the last folder is a value.
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 */
public interface LegacyAssociationPlugin<L extends Record, LK, R extends Record, RK> extends Plugin {

    /** Returns the description; the same one at every call. */
    Association<L, LK, R, RK> association();

    /** Returns the name of the association unless overridden. */
    @Override
    default String name() {
        return association().name();
    }

    /** Returns the DAO; the store's own unless overridden. */
    default AssociationDao<LK, RK> dao(Store store) {
        return store.dao(association());
    }

    /** Returns the business rules; none unless overridden. Called once. */
    default AssociationValidationGroup<L, R> validation(Services services) {
        return AssociationValidationGroup.none();
    }

    /** Returns what is announced; nothing unless overridden. Called once. */
    default AssociationNotifier<L, R> notifier(Services services) {
        return AssociationNotifier.none();
    }

    /** Returns what refuses the deletion of a left object that has these rights. */
    default Violation leftInUse(L left, List<RK> rights) {
        return Rules.inUse(association().left(), left, association().right(), rights);
    }

    /** Returns what refuses the deletion of a right object that has these lefts. */
    default Violation rightInUse(R right, List<LK> lefts) {
        return Rules.inUse(association().right(), right, association().left(), lefts);
    }

    /** Returns what follows the making of a link; nothing unless overridden. Called once. */
    default Optional<Consumer<Link<L, R>>> afterLinking(Services services) {
        return Optional.empty();
    }

    /** Returns what follows the undoing of a link; nothing unless overridden. Called once. */
    default Optional<Consumer<Link<L, R>>> afterUnlinking(Services services) {
        return Optional.empty();
    }

    /** Follows the deletion of a left object whose links were deleted with it. */
    default void leftUnlinked(Services services, Change<L> deletion, List<RK> rights) {}

    /** Follows the deletion of a right object whose links were deleted with it. */
    default void rightUnlinked(Services services, Change<R> deletion, List<LK> lefts) {}

    @Override
    default List<Plugin> parts() {
        return List.of(plugin());
    }

    /** Returns the plugin as a value. */
    default AssociationPlugin<L, LK, R, RK> plugin() {
        Once<Optional<Consumer<Link<L, R>>>> linked = new Once<>(this::afterLinking);
        Once<Optional<Consumer<Link<L, R>>>> unlinked = new Once<>(this::afterUnlinking);
        AssociationPlugin<L, LK, R, RK> value = AssociationPlugin.of(association())
                .rules(this::validation)
                .announces((Services services) -> notifier(services))
                .leftInUse(this::leftInUse)
                .rightInUse(this::rightInUse)
                .leftUnlinked(this::leftUnlinked)
                .rightUnlinked(this::rightUnlinked)
                .dao(this::dao);
        if (Once.overrides(this, "afterLinking")) {
            value = value.afterLinking(
                    (services, link) -> linked.apply(services).ifPresent(action -> action.accept(link)));
        }
        return Once.overrides(this, "afterUnlinking")
                ? value.afterUnlinking(
                        (services, link) -> unlinked.apply(services).ifPresent(action -> action.accept(link)))
                : value;
    }
}
