package dev.dovetail.plugin;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Store;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds everything of one association. Only the description is needed; each other method adds one part.
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 * @since 0.1
 */
public interface AssociationPlugin<L extends Record, LK, R extends Record, RK> extends Plugin {

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

    /**
     * Returns what follows the making of a link, so that objects change with it; nothing unless overridden. Called once; what it
     * returns is called in the unit of work, after the data has been written and before the link is announced.
     */
    default Optional<Consumer<Link<L, R>>> afterLinking(Services services) {
        return Optional.empty();
    }

    /** Returns what follows the undoing of a link, likewise. */
    default Optional<Consumer<Link<L, R>>> afterUnlinking(Services services) {
        return Optional.empty();
    }

    /**
     * Follows the deletion of a left object whose links were deleted with it ({@code OnDelete.UNLINK}); does nothing
     * unless overridden. Called in the unit of work, just before the object goes.
     *
     * @param rights what it was linked to
     */
    default void leftUnlinked(Services services, Change<L> deletion, List<RK> rights) {}

    /**
     * Follows the deletion of a right object whose links were deleted with it ({@code OnDelete.UNLINK}); does nothing
     * unless overridden. Called in the unit of work, just before the object goes.
     *
     * @param lefts what it was linked to
     */
    default void rightUnlinked(Services services, Change<R> deletion, List<LK> lefts) {}

    /** Returns the plugin of an association that has nothing but a description. */
    static <L extends Record, LK, R extends Record, RK> AssociationPlugin<L, LK, R, RK> of(
            Association<L, LK, R, RK> association) {
        return () -> association;
    }
}
