package dev.dovetail.plugin;

import dev.dovetail.Preparation;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds everything of one resource. Only the description is needed; each other method adds one part.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public interface ResourcePlugin<T extends Record, K> extends Plugin {

    /** Returns the description; the same one at every call. */
    Resource<T, K> resource();

    /** Returns the name of the collection unless overridden. */
    @Override
    default String name() {
        return resource().collection();
    }

    /** Returns the DAO; the store's own unless overridden. */
    default Dao<T, K> dao(Store store) {
        return store.dao(resource());
    }

    /** Returns the business rules; none unless overridden. Called once. */
    default ValidationGroup<T> validation(Services services) {
        return ValidationGroup.none();
    }

    /** Returns what is computed before validation; nothing unless overridden. Called once. */
    default Preparation<T> preparation(Services services) {
        return Preparation.none();
    }

    /** Returns what is announced; nothing unless overridden. Called once. */
    default Notifier<Change<T>> notifier(Services services) {
        return Notifier.none();
    }

    /**
     * Precedes the deletion of an object, once its rules have passed: lets others go before it. Does nothing unless
     * overridden. Called in the unit of work.
     */
    default void deleting(Services services, Change<T> deletion) {}

    /**
     * Returns what follows a change of an object, so that others change with it; nothing unless overridden. Called once; what it
     * returns is called in the unit of work, after the data has been written and before the change is announced.
     */
    default Optional<Consumer<Change<T>>> afterwards(Services services) {
        return Optional.empty();
    }

    /** Returns the plugin of a resource that has nothing but a description. */
    static <T extends Record, K> ResourcePlugin<T, K> of(Resource<T, K> resource) {
        return () -> resource;
    }
}
