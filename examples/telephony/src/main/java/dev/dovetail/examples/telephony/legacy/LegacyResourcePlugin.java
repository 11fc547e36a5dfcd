package dev.dovetail.examples.telephony.legacy;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
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
        Once<Preparation<T>> preparation = new Once<>(this::preparation);
        Once<Optional<Consumer<Change<T>>>> follows = new Once<>(this::afterwards);
        ResourcePlugin<T, K> value = ResourcePlugin.of(resource())
                .rules(this::validation)
                .announces((Services services) -> notifier(services))
                .prepare((services, change) -> preparation
                        .apply(services)
                        .prepare(change.call(), change.before().orElse(null), change.value()))
                .deleting(this::deleting);
        if (Once.overrides(this, "dao")) {
            value = value.dao((store, resource) -> dao(store));
        }
        return Once.overrides(this, "afterwards")
                ? value.afterwards(
                        (services, change) -> follows.apply(services).ifPresent(action -> action.accept(change)))
                : value;
    }
}
