package dev.dovetail.examples.telephony.incall;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import java.util.List;
import java.util.Optional;

/**
 * Keeps which incoming calls lead to the objects of one resource: a link that follows the destination of an incall, so
 * that the other side can show its incalls and be found by their numbers.
 *
 * @param type of the destinations that lead to the other side
 * @param association links incalls to what they lead to
 * @param <R> the model of that
 * @param <RK> its key
 */
public record IncallTargets<R extends Record, RK>(
        DestinationType<R, RK> type, Association<Incall, Integer, R, RK> association)
        implements LegacyAssociationPlugin<Incall, Integer, R, RK>, HttpPlugin {
    /** Returns the plugin of a resource that shows its incalls. */
    public static <R extends Record, RK> IncallTargets<R, RK> of(DestinationType<R, RK> type) {
        return new IncallTargets<>(
                type,
                Association.between(Incalls.INCALLS, type.resource())
                        .name("incall_" + type.name())
                        .oneRight()
                        .onDeleteLeft(OnDelete.UNLINK)
                        .onDeleteRight(OnDelete.UNLINK)
                        .build());
    }

    /** Links an incall to what it leads to now. */
    static void follow(Services services, Change<Incall> change) {
        for (IncallTargets<?, ?> targets : services.plugins(IncallTargets.class)) {
            targets.link(services, change);
        }
    }

    private void link(Services services, Change<Incall> change) {
        services.dao(association).ifPresent(links -> {
            Optional<RK> before = change.before().flatMap(incall -> type.key(incall.destination()));
            Optional<RK> now = type.key(change.value().destination());
            int incall = change.value().id();
            if (!before.equals(now)) {
                before.ifPresent(key -> links.unlink(incall, key));
                now.ifPresent(key -> links.link(incall, key));
            }
        });
    }

    /** Returns the incalls that lead to an object, of all tenants. */
    public List<Incall> of(Services services, R object) {
        return services.lookups()
                .lefts(association, List.of(object))
                .get()
                .getOrDefault(association.right().keyOf(object), List.of());
    }

    /** Leaves the incalls of an object with nowhere to go, each edited by itself. */
    public void leave(Services services, CallContext call, R object) {
        Edit<Incall> nowhere = Edit.of(Incalls.INCALLS).set(Incalls.DESTINATION, Destination.NONE);
        of(services, object).forEach(incall -> services.of(Incalls.INCALLS).edit(call, incall.id(), nowhere));
    }

    @Override
    public void represent(Representations all) {
        all.shape(association.right())
                .part("incalls", all.lefts(association, all.only(Incalls.INCALLS, "id", "extensions", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.none(association());
    }
}
