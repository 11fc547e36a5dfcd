package dev.dovetail.plugin;

import dev.dovetail.Preparation;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Is a {@link ResourcePlugin} written as a class; goes when the last folder is a value.
 *
 * @param <T> the model record
 * @param <K> the key
 */
public interface LegacyResourcePlugin<T extends Record, K> extends Plugin {

    /** Returns the description; the same one at every call. */
    Resource<T, K> resource();

    /** Returns the name of the collection unless overridden. */
    @Override
    default String name() {
        return resource().collection();
    }

    /** Returns the DAO; null, for the store's own, unless overridden. */
    default @Nullable Dao<T, K> dao(Store store) {
        return null;
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

    /** Precedes the deletion of an object, once its rules have passed. */
    default void deleting(Services services, Change<T> deletion) {}

    /** Returns what follows a change of an object; nothing unless overridden. Called once. */
    default Optional<Consumer<Change<T>>> afterwards(Services services) {
        return Optional.empty();
    }

    @Override
    default List<Plugin> parts() {
        return List.of(plugin());
    }

    /** Returns the plugin as a value. */
    default ResourcePlugin<T, K> plugin() {
        ResourceParts<T, K> has = new ResourceParts<>(resource(), false);
        has.group = this::validation;
        has.preparations.add(this::preparation);
        has.notifiers.add(this::notifier);
        has.deleting.add(this::deleting);
        has.afterwards.add(this::afterwards);
        has.dao = this::dao;
        return new ResourcePlugin<>(has);
    }
}
