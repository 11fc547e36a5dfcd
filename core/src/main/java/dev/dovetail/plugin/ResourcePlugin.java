package dev.dovetail.plugin;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.DerivedUse;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Holds everything of one resource. Only the description is needed; each method returns a plugin that has one thing
 * more.
 *
 * <pre>{@code
 * ResourcePlugin.of(LINES)
 *         .forbid("112 is for emergencies.", change -> change.value().number().equals("112"))
 *         .announcesChanges()
 * }</pre>
 *
 * <p>Immutable and thread-safe, if the functions within are.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class ResourcePlugin<T extends Record, K> implements Plugin {
    private final ResourceParts<T, K> has;

    ResourcePlugin(ResourceParts<T, K> has) {
        this.has = has;
    }

    /** Returns the plugin of a resource that has nothing but a description. */
    public static <T extends Record, K> ResourcePlugin<T, K> of(Resource<T, K> resource) {
        return new ResourcePlugin<>(new ResourceParts<>(resource, false));
    }

    /**
     * Returns a plugin that adds to a resource that another plugin registers. Its rules run after those of the other,
     * or at {@link Rules#contributed()}. It is usually a part of the plugin that knows why: {@link #with(Plugin...)},
     * {@link AssociationPlugin#with(Plugin...)}. It is left out with the resource. Any number of plugins may extend one
     * resource.
     */
    public static <T extends Record, K> ResourcePlugin<T, K> extending(Resource<T, K> resource) {
        return new ResourcePlugin<>(new ResourceParts<>(resource, true));
    }

    /** Returns the description, without what extensions add to it. */
    public Resource<T, K> resource() {
        return has.resource;
    }

    /** Returns whether the plugin adds to a resource that another one registers. */
    public boolean isExtension() {
        return has.extension;
    }

    /** Returns the name of the collection; an extension's begins with {@code extension of}. */
    @Override
    public String name() {
        return (has.extension ? "extension of " : "") + has.resource.collection();
    }

    @Override
    public List<Plugin> parts() {
        return List.copyOf(has.parts);
    }

    ResourceParts<T, K> has() {
        return has;
    }

    private void refuseExtension(String method) {
        if (has.extension) {
            throw new IllegalStateException(
                    this + ": " + method + "() decides for the whole resource; call it on ResourcePlugin.of(..)");
        }
    }

    private ResourcePlugin<T, K> with(Consumer<ResourceParts<T, K>> step) {
        ResourceParts<T, K> copy = has.copy();
        step.accept(copy);
        return new ResourcePlugin<>(copy);
    }

    /** Adds a rule of the operations named; of creations and edits if none is. Rules run in the order given. */
    public ResourcePlugin<T, K> rule(Rule<? super Change<T>> rule, Operation... operations) {
        return with(copy -> copy.rule(rule, operations));
    }

    /** Adds a rule of the operations named, of creations and edits if none is, which is given the services. */
    public ResourcePlugin<T, K> rule(ServiceRule<? super Change<T>> rule, Operation... operations) {
        return with(copy ->
                copy.rule(services -> (change, violations) -> rule.check(services, change, violations), operations));
    }

    /**
     * Adds a rule that refuses what a condition says, with this reason, a sentence: {@link Rules#forbid}. It is of
     * creations and edits if no operation is named.
     */
    public ResourcePlugin<T, K> forbid(String reason, Predicate<? super Change<T>> condition, Operation... operations) {
        return rule(Rules.forbid(has.resource.name(), reason, condition), operations);
    }

    /**
     * Adds a group of rules, made from the services once, when the plugin is loaded. They run before the other rules,
     * in place of that of unique values; if the group stops at the first that fails, so do the others.
     *
     * @throws IllegalStateException if the plugin is an extension
     */
    public ResourcePlugin<T, K> rules(Function<Services, ValidationGroup<T>> group) {
        refuseExtension("rules");
        return with(copy -> copy.groups.add(group));
    }

    /**
     * Reports only what the first rule that fails has found; later rules may then rely on earlier ones.
     *
     * @throws IllegalStateException if the plugin is an extension
     */
    public ResourcePlugin<T, K> stopAtFirst() {
        refuseExtension("stopAtFirst");
        return with(copy -> copy.stopAtFirst = true);
    }

    /**
     * Leaves out the check of unique values, which otherwise is the first rule of a resource that declares some, unless
     * {@link Rules#unique(Resource)} is given as a rule; what is taken is then refused by the store.
     *
     * @throws IllegalStateException if the plugin is an extension
     */
    public ResourcePlugin<T, K> withoutUniqueRule() {
        refuseExtension("withoutUniqueRule");
        return with(copy -> copy.uniqueRule = false);
    }

    /**
     * Adds what is computed once the input has been checked and before the rules run: returns the object to store,
     * given the creation or edit as asked for. Several run in the order given, each on what the one before has
     * returned.
     */
    public ResourcePlugin<T, K> prepare(BiFunction<Services, Change<T>, T> computes) {
        return with(copy -> copy.preparations.add(computes));
    }

    /** Adds what precedes a deletion, once its rules have passed: lets others go before it. */
    public ResourcePlugin<T, K> deleting(BiConsumer<Services, Change<T>> action) {
        return with(copy -> copy.deleting.add(action));
    }

    /** Adds what follows a change in the unit of work, after the data has been written and before it is announced. */
    public ResourcePlugin<T, K> afterwards(BiConsumer<Services, Change<T>> action) {
        return with(copy -> copy.afterwards.add(action));
    }

    /** Adds what is announced. */
    public ResourcePlugin<T, K> announces(Notifier<Change<T>> notifier) {
        return with(copy -> copy.notifiers.add(services -> notifier));
    }

    /** Adds what is announced, made from the services once, when the plugin is loaded. */
    public ResourcePlugin<T, K> announces(Function<Services, Notifier<Change<T>>> notifier) {
        return with(copy -> copy.notifiers.add(notifier));
    }

    /** Adds what is announced, given the services. */
    public ResourcePlugin<T, K> announces(ServiceNotifier<Change<T>> notifier) {
        return with(copy -> copy.notifiers.add(
                services -> (change, announcements) -> notifier.announce(services, change, announcements)));
    }

    /**
     * Announces every change with the object, without its secrets: {@code line_created}, {@code line_edited}, {@code
     * line_deleted}.
     */
    public ResourcePlugin<T, K> announcesChanges() {
        String one = Conventions.snakeCase(has.resource.name());
        Class<T> model = has.resource.model();
        EventType<T> created = new EventType<>(one + "_created", model);
        EventType<T> edited = new EventType<>(one + "_edited", model);
        EventType<T> deleted = new EventType<>(one + "_deleted", model);
        return announces(Notifier.<T>of()
                .created(row -> created.of(has.resource.withoutSecrets(row)))
                .edited(change -> edited.of(has.resource.withoutSecrets(change.value())))
                .deleted(row -> deleted.of(has.resource.withoutSecrets(row)))
                .build());
    }

    /** Asks for a command after each of these operations; after every one if none is named. */
    public ResourcePlugin<T, K> command(Command command, Operation... operations) {
        return announces(Notifier.<T>of().command(command, operations).build());
    }

    /**
     * Sets the DAO, made from the store and the description with all that extensions add to it; the store's own unless
     * called.
     *
     * @throws IllegalStateException if the plugin is an extension, or has a DAO
     */
    public ResourcePlugin<T, K> dao(BiFunction<Store, Resource<T, K>, Dao<T, K>> dao) {
        refuseExtension("dao");
        if (has.dao != null) {
            throw new IllegalStateException(this + ": dao() is called twice; put one DAO around the other");
        }
        return with(copy -> copy.dao = dao);
    }

    /** Adds a derived value to the description, for these uses; to search, filter and sort by if none is named. */
    public ResourcePlugin<T, K> derived(Derived<T, ?> value, DerivedUse... uses) {
        List<DerivedUse> named = List.of(uses);
        List<DerivedUse> usual = List.of(DerivedUse.SEARCH, DerivedUse.FILTER, DerivedUse.SORT);
        return with(copy -> copy.derived.put(value, named.isEmpty() ? usual : named));
    }

    /** Adds parts: extensions of other resources, how it looks over HTTP, what others look up. */
    public ResourcePlugin<T, K> with(Plugin... parts) {
        return with(copy -> copy.parts.addAll(Arrays.asList(parts)));
    }

    @Override
    public String toString() {
        return (has.extension ? "extension of " : "plugin of ") + has.resource;
    }
}
