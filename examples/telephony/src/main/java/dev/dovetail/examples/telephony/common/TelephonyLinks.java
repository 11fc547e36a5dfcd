package dev.dovetail.examples.telephony.common;

import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.AssociationRoutes;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.validation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plugin of an association by the conventions of this API: both sides are of one tenant, links are made and undone
 * one by one, each is announced, each side shows the other. Not thread-safe; ends with {@link #plugin()}.
 *
 * <pre>{@code
 * TelephonyLinks.of(AGENT_SKILL)
 *         .leftShows("skills", "id", "name", "links")
 *         .rightShows("agents", "id", "number", "links")
 *         .event()
 *         .reload("module reload app_queue.so")
 *         .plugin()
 * }</pre>
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 */
public final class TelephonyLinks<L extends Record, LK, R extends Record, RK> {
    private final Association<L, LK, R, RK> association;
    private final List<Consumer<Representations>> shapes = new ArrayList<>();
    private final List<Consumer<AssociationRoutes<L, LK, R, RK>>> paths = new ArrayList<>();
    private final Map<String, Function<L, Object>> leftTold = new LinkedHashMap<>();
    private final List<Command> commands = new ArrayList<>();
    private Rule<? super Link<L, R>> tenants;
    private BiFunction<Link<L, R>, Event, Event> scope;
    private @Nullable BiFunction<Services, Link<L, R>, Object> data;
    private boolean silentlyChanged;

    private TelephonyLinks(Association<L, LK, R, RK> association) {
        this.association = association;
        this.tenants = SameTenant.rule(association, Words.of(association.left()), Words.of(association.right()));
        this.scope = (link, event) ->
                BusScope.tenant((UUID) Objects.requireNonNull(association.left().tenantOf(link.left())), event);
        methods(Method.ASSOCIATE, Method.DISSOCIATE);
    }

    /** Starts the plugin of an association. */
    public static <L extends Record, LK, R extends Record, RK> TelephonyLinks<L, LK, R, RK> of(
            Association<L, LK, R, RK> association) {
        return new TelephonyLinks<>(association);
    }

    /** Sets the words by which errors tell the two tenants; those of the two resources unless called. */
    public TelephonyLinks<L, LK, R, RK> tenants(String left, String right) {
        this.tenants = SameTenant.rule(association, left, right);
        return this;
    }

    /** Tells the tenant of the right side first in errors. */
    public TelephonyLinks<L, LK, R, RK> rightTenantFirst() {
        this.tenants = SameTenant.rightFirst(association, Words.of(association.left()), Words.of(association.right()));
        return this;
    }

    /** Links what belongs to different tenants, too. */
    public TelephonyLinks<L, LK, R, RK> anyTenant() {
        this.tenants = (link, violations) -> {};
        return this;
    }

    /** Has events name left objects so, {@code "user_uuid"}; by their key, {@code "agent_id"}, unless called. */
    public TelephonyLinks<L, LK, R, RK> leftTold(String name, Function<L, Object> value) {
        leftTold.put(name, value);
        return this;
    }

    /** Announces links to the tenant by their keys: {@code agent_skill_associated {"agent_id": 1, "skill_id": 2}}. */
    public TelephonyLinks<L, LK, R, RK> event() {
        String left = Words.of(association.left()) + "_id";
        String right = Words.of(association.right()) + "_id";
        return event(link -> {
            Map<String, Object> told = new LinkedHashMap<>();
            leftTold.forEach((name, value) -> told.put(name, value.apply(link.left())));
            if (told.isEmpty()) {
                told.put(left, association.left().keyOf(link.left()));
            }
            told.put(right, association.right().keyOf(link.right()));
            return told;
        });
    }

    /** Announces links to the tenant. */
    public TelephonyLinks<L, LK, R, RK> event(Function<Link<L, R>, Object> tells) {
        return event((services, link) -> tells.apply(link));
    }

    /** Announces links to the tenant, with the services at hand. */
    public TelephonyLinks<L, LK, R, RK> event(BiFunction<Services, Link<L, R>, Object> tells) {
        this.data = tells;
        return this;
    }

    /** Sets who events are for, see {@link BusScope}; the tenant of the left side unless called. */
    public TelephonyLinks<L, LK, R, RK> scope(BiFunction<Link<L, R>, Event, Event> addresses) {
        this.scope = addresses;
        return this;
    }

    /** Announces nothing for a link that stays and gets other attributes. */
    public TelephonyLinks<L, LK, R, RK> silentlyChanged() {
        this.silentlyChanged = true;
        return this;
    }

    /** Asks the telephony engine to reload these after each link made or undone. */
    public TelephonyLinks<L, LK, R, RK> reload(String... parts) {
        commands.addAll(Sysconfd.reloads(parts));
        return this;
    }

    /** Shows these fields of right objects in left ones. */
    public TelephonyLinks<L, LK, R, RK> leftShows(String name, String... fields) {
        return leftShows(name, all -> all.rights(association, all.only(association.right(), fields)));
    }

    /** Shows these fields of right objects in left ones, as a list though there may be one at most. */
    public TelephonyLinks<L, LK, R, RK> leftLists(String name, String... fields) {
        return leftShows(name, all -> all.listOfRights(association, all.only(association.right(), fields)));
    }

    /** Shows these fields of right objects in left ones, and all that links carry. */
    public TelephonyLinks<L, LK, R, RK> leftShows(String name, Attributes<?> carried, String... fields) {
        return leftShows(name, all -> all.rights(association, all.only(association.right(), fields), carried));
    }

    /** Adds a part to left objects. */
    public TelephonyLinks<L, LK, R, RK> leftShows(String name, Function<Representations, Part<L>> part) {
        shapes.add(all -> all.shape(association.left()).part(name, part.apply(all)));
        return this;
    }

    /** Shows these fields of left objects in right ones. */
    public TelephonyLinks<L, LK, R, RK> rightShows(String name, String... fields) {
        return rightShows(name, all -> all.lefts(association, all.only(association.left(), fields)));
    }

    /** Shows these fields of left objects in right ones, and all that links carry. */
    public TelephonyLinks<L, LK, R, RK> rightShows(String name, Attributes<?> carried, String... fields) {
        return rightShows(name, all -> all.lefts(association, all.only(association.left(), fields), carried));
    }

    /** Adds a part to right objects. */
    public TelephonyLinks<L, LK, R, RK> rightShows(String name, Function<Representations, Part<R>> part) {
        shapes.add(all -> all.shape(association.right()).part(name, part.apply(all)));
        return this;
    }

    /** Sets what is answered; associate and dissociate unless called. */
    public TelephonyLinks<L, LK, R, RK> methods(Method first, Method... more) {
        return routes(mine -> mine.methods(first, more));
    }

    /** Shapes the paths. */
    public TelephonyLinks<L, LK, R, RK> routes(Consumer<AssociationRoutes<L, LK, R, RK>> step) {
        paths.add(step);
        return this;
    }

    /** Returns the plugin, to which rules, hooks and parts are added. */
    public AssociationPlugin<L, LK, R, RK> plugin() {
        List<Consumer<Representations>> represent = List.copyOf(shapes);
        List<Consumer<AssociationRoutes<L, LK, R, RK>>> route = List.copyOf(paths);
        AssociationPlugin<L, LK, R, RK> plugin = AssociationPlugin.of(association)
                .rule(tenants)
                .with(HttpPlugin.representing(all -> represent.forEach(step -> step.accept(all)))
                        .routing(routes -> {
                            AssociationRoutes<L, LK, R, RK> mine = routes.association(association);
                            route.forEach(step -> step.accept(mine));
                            mine.add();
                        }));
        BiFunction<Services, Link<L, R>, Object> tells = data;
        if (tells != null) {
            plugin = plugin.announces(services -> notifier(services, tells));
        }
        for (Command command : commands) {
            plugin = plugin.command(command);
        }
        return plugin;
    }

    private AssociationNotifier<L, R> notifier(Services services, BiFunction<Services, Link<L, R>, Object> tells) {
        AssociationNotifier.Builder<L, R> notifier =
                BusEvents.ofLinks(association.name(), scope, link -> tells.apply(services, link));
        return (silentlyChanged ? notifier.silentlyChanged() : notifier).build();
    }
}
