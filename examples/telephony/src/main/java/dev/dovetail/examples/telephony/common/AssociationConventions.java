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
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Collects what {@link TelephonyLinks} and {@link TelephonyList} have in common: how each side shows the other, paths
 * and commands.
 *
 * @param <S> the class that collects
 */
abstract class AssociationConventions<L extends Record, LK, R extends Record, RK, S> {
    final Association<L, LK, R, RK> association;
    private final List<Consumer<Representations>> shapes = new ArrayList<>();
    private final List<Consumer<AssociationRoutes<L, LK, R, RK>>> paths = new ArrayList<>();
    private final Map<String, Function<L, Object>> leftTold = new LinkedHashMap<>();
    private final List<Command> commands = new ArrayList<>();

    AssociationConventions(Association<L, LK, R, RK> association) {
        this.association = association;
    }

    abstract S self();

    /** Has events name left objects so, {@code "user_uuid"}; by their key, {@code "agent_id"}, unless called. */
    public S leftTold(String name, Function<L, Object> value) {
        leftTold.put(name, value);
        return self();
    }

    /** Asks the telephony engine to reload these after each change. */
    public S reload(String... parts) {
        return commands(Sysconfd.reloads(parts));
    }

    /** Asks for these commands after each change. */
    public S commands(List<Command> all) {
        commands.addAll(all);
        return self();
    }

    /** Shows these fields of right objects in left ones. */
    public S leftShows(String name, String... fields) {
        return leftShows(name, all -> all.rights(association, all.only(association.right(), fields)));
    }

    /** Shows these fields of right objects in left ones, as a list though there may be one at most. */
    public S leftLists(String name, String... fields) {
        return leftShows(name, all -> all.listOfRights(association, all.only(association.right(), fields)));
    }

    /** Shows these fields of right objects in left ones, and all that links carry. */
    public S leftShows(String name, Attributes<?> carried, String... fields) {
        return leftShows(name, all -> all.rights(association, all.only(association.right(), fields), carried));
    }

    /** Adds a part to left objects; {@code members.users} is a member of the object {@code members}. */
    public S leftShows(String name, Function<Representations, Part<L>> part) {
        int dot = name.indexOf('.');
        return shape(
                dot < 0
                        ? all -> all.shape(association.left()).part(name, part.apply(all))
                        : all -> all.shape(association.left())
                                .part(name.substring(0, dot), name.substring(dot + 1), part.apply(all)));
    }

    /** Shows these fields of left objects in right ones. */
    public S rightShows(String name, String... fields) {
        return rightShows(name, all -> all.lefts(association, all.only(association.left(), fields)));
    }

    /** Shows these fields of left objects in right ones, and all that links carry. */
    public S rightShows(String name, Attributes<?> carried, String... fields) {
        return rightShows(name, all -> all.lefts(association, all.only(association.left(), fields), carried));
    }

    /** Adds a part to right objects. */
    public S rightShows(String name, Function<Representations, Part<R>> part) {
        return shape(all -> all.shape(association.right()).part(name, part.apply(all)));
    }

    private S shape(Consumer<Representations> step) {
        shapes.add(step);
        return self();
    }

    /** Sets what is answered. */
    public S methods(Method first, Method... more) {
        return routes(mine -> mine.methods(first, more));
    }

    /**
     * Sets the path of the right side, after the left object: {@code /members/users}; its collection's unless called.
     */
    public S path(String rights) {
        return routes(mine -> mine.path("/" + association.left().collection(), rights));
    }

    /** Shapes the paths. */
    public S routes(Consumer<AssociationRoutes<L, LK, R, RK>> step) {
        paths.add(step);
        return self();
    }

    /** Returns what events tell of a left object. */
    final Map<String, Object> told(L left) {
        Map<String, Object> told = new LinkedHashMap<>();
        leftTold.forEach((name, value) -> told.put(name, value.apply(left)));
        if (told.isEmpty()) {
            told.put(Words.of(association.left()) + "_id", association.left().keyOf(left));
        }
        return told;
    }

    /** Returns the event for everybody in the tenant of a left object. */
    final Event toTenant(L left, Event event) {
        return BusScope.tenant((UUID) Objects.requireNonNull(association.left().tenantOf(left)), event);
    }

    /** Returns the plugin, without rules. */
    final AssociationPlugin<L, LK, R, RK> plugin(Function<Services, AssociationNotifier<L, R>> notifier) {
        List<Consumer<Representations>> represent = List.copyOf(shapes);
        List<Consumer<AssociationRoutes<L, LK, R, RK>>> route = List.copyOf(paths);
        AssociationPlugin<L, LK, R, RK> plugin = AssociationPlugin.of(association)
                .announces(notifier)
                .with(HttpPlugin.representing(all -> represent.forEach(step -> step.accept(all)))
                        .routing(routes -> {
                            AssociationRoutes<L, LK, R, RK> mine = routes.association(association);
                            route.forEach(step -> step.accept(mine));
                            mine.add();
                        }));
        for (Command command : commands) {
            plugin = plugin.command(command);
        }
        return plugin;
    }
}
