package dev.dovetail.plugin;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Store;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.EventType;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.LinkOperation;
import dev.dovetail.operation.Links;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Holds everything of one association. Only the description is needed; each method returns a plugin that has one thing
 * more. Immutable and thread-safe, if the functions within are.
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 * @since 0.1
 */
public final class AssociationPlugin<L extends Record, LK, R extends Record, RK> implements Plugin {
    private final AssociationParts<L, LK, R, RK> has;

    AssociationPlugin(AssociationParts<L, LK, R, RK> has) {
        this.has = has;
    }

    /** Returns the plugin of an association that has nothing but a description. */
    public static <L extends Record, LK, R extends Record, RK> AssociationPlugin<L, LK, R, RK> of(
            Association<L, LK, R, RK> association) {
        return new AssociationPlugin<>(new AssociationParts<>(association));
    }

    /** Returns the description. */
    public Association<L, LK, R, RK> association() {
        return has.association;
    }

    /** Returns the name of the association. */
    @Override
    public String name() {
        return has.association.name();
    }

    @Override
    public List<Plugin> parts() {
        return List.copyOf(has.parts);
    }

    AssociationParts<L, LK, R, RK> has() {
        return has;
    }

    private AssociationPlugin<L, LK, R, RK> with(Consumer<AssociationParts<L, LK, R, RK>> step) {
        AssociationParts<L, LK, R, RK> copy = has.copy();
        step.accept(copy);
        return new AssociationPlugin<>(copy);
    }

    /** Adds a rule of the operations named; of making a link if none is. Rules run in the order given. */
    public AssociationPlugin<L, LK, R, RK> rule(Rule<? super Link<L, R>> rule, LinkOperation... operations) {
        return with(copy -> copy.rule(services -> rule, operations));
    }

    /** Adds a rule of the operations named, of making a link if none is, which is given the services. */
    public AssociationPlugin<L, LK, R, RK> rule(ServiceRule<? super Link<L, R>> rule, LinkOperation... operations) {
        return with(copy ->
                copy.rule(services -> (link, violations) -> rule.check(services, link, violations), operations));
    }

    /** Adds a rule of replacing the whole set of rights of a left. */
    public AssociationPlugin<L, LK, R, RK> setRule(Rule<? super Links<L, R>> rule) {
        return with(copy -> copy.setRules.add(services -> rule));
    }

    /** Adds a rule of replacing the whole set, which is given the services. */
    public AssociationPlugin<L, LK, R, RK> setRule(ServiceRule<? super Links<L, R>> rule) {
        return with(
                copy -> copy.setRules.add(services -> (links, violations) -> rule.check(services, links, violations)));
    }

    /**
     * Adds a rule on the attributes of links: it runs after those of making a link, and when one that stays changes.
     */
    public AssociationPlugin<L, LK, R, RK> attributesRule(Rule<? super Link<L, R>> rule) {
        return with(copy -> copy.attributesRules.add(services -> rule));
    }

    /** Adds a rule on the attributes of links, which is given the services. */
    public AssociationPlugin<L, LK, R, RK> attributesRule(ServiceRule<? super Link<L, R>> rule) {
        return with(copy ->
                copy.attributesRules.add(services -> (link, violations) -> rule.check(services, link, violations)));
    }

    /**
     * Adds a group of rules, made from the services once, when the plugin is loaded. They run before the other rules;
     * if the group stops at the first that fails, so do those.
     */
    public AssociationPlugin<L, LK, R, RK> rules(Function<Services, AssociationValidationGroup<L, R>> group) {
        return with(copy -> copy.groups.add(group));
    }

    /** Reports only what the first rule that fails has found; later rules may then rely on earlier ones. */
    public AssociationPlugin<L, LK, R, RK> stopAtFirst() {
        return with(copy -> copy.stopAtFirst = true);
    }

    /** Says what refuses the deletion of a left object that has these rights; a standard violation unless called. */
    public AssociationPlugin<L, LK, R, RK> leftInUse(BiFunction<L, List<RK>, Violation> refusal) {
        return with(copy -> copy.leftInUse = refusal);
    }

    /** Says what refuses the deletion of a right object that has these lefts; a standard violation unless called. */
    public AssociationPlugin<L, LK, R, RK> rightInUse(BiFunction<R, List<LK>, Violation> refusal) {
        return with(copy -> copy.rightInUse = refusal);
    }

    /** Adds what follows the making of a link, in the unit of work, before it is announced. */
    public AssociationPlugin<L, LK, R, RK> afterLinking(BiConsumer<Services, Link<L, R>> action) {
        return with(copy -> copy.afterLinking.add(action));
    }

    /** Adds what follows the undoing of a link, likewise. */
    public AssociationPlugin<L, LK, R, RK> afterUnlinking(BiConsumer<Services, Link<L, R>> action) {
        return with(copy -> copy.afterUnlinking.add(action));
    }

    /** Adds what follows the deletion of a left object whose links were deleted with it. */
    public AssociationPlugin<L, LK, R, RK> leftUnlinked(UnlinkedHook<L, RK> action) {
        return with(copy -> copy.leftUnlinked.add(action));
    }

    /** Adds what follows the deletion of a right object whose links were deleted with it. */
    public AssociationPlugin<L, LK, R, RK> rightUnlinked(UnlinkedHook<R, LK> action) {
        return with(copy -> copy.rightUnlinked.add(action));
    }

    /** Adds what is announced. */
    public AssociationPlugin<L, LK, R, RK> announces(AssociationNotifier<L, R> notifier) {
        return announces(services -> notifier);
    }

    /** Adds what is announced, made from the services once, when the plugin is loaded. */
    public AssociationPlugin<L, LK, R, RK> announces(Function<Services, AssociationNotifier<L, R>> notifier) {
        return with(copy -> copy.notifiers.add(notifier));
    }

    /** Announces each link with the keys of its sides: {@code user_line_associated}, {@code user_line_dissociated}. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no Class<Map<String, Object>>
    public AssociationPlugin<L, LK, R, RK> announcesLinks() {
        Class<Map<String, Object>> data = (Class) Map.class;
        EventType<Map<String, Object>> made = new EventType<>(name() + "_associated", data);
        EventType<Map<String, Object>> undone = new EventType<>(name() + "_dissociated", data);
        return announces(AssociationNotifier.<L, R>builder()
                .associated(link -> event(made, link))
                .dissociated(link -> event(undone, link))
                .build());
    }

    private Event event(EventType<Map<String, Object>> type, Link<L, R> link) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(side(has.association.left().name()), has.association.left().keyOf(link.left()));
        keys.put(side(has.association.right().name()), has.association.right().keyOf(link.right()));
        return type.of(keys);
    }

    private static String side(String name) {
        return Conventions.snakeCase(name) + "_id";
    }

    /**
     * Asks for a command after each link made, undone or given attributes, wherever it stands among {@code announces}.
     */
    public AssociationPlugin<L, LK, R, RK> command(Command command) {
        return with(copy -> copy.commands.add(command));
    }

    /**
     * Sets the DAO, made from the store; the store's own unless called.
     *
     * @throws IllegalStateException if the plugin has a DAO
     */
    public AssociationPlugin<L, LK, R, RK> dao(Function<Store, AssociationDao<LK, RK>> dao) {
        if (has.dao != null) {
            throw new IllegalStateException(this + ": dao() is called twice; put one DAO around the other");
        }
        return with(copy -> copy.dao = dao);
    }

    /** Adds parts: extensions of the two resources, how it looks over HTTP, what others look up. */
    public AssociationPlugin<L, LK, R, RK> with(Plugin... parts) {
        return with(copy -> copy.parts.addAll(Arrays.asList(parts)));
    }

    @Override
    public String toString() {
        return "plugin of " + has.association;
    }
}
