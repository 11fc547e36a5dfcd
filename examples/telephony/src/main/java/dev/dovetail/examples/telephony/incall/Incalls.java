package dev.dovetail.examples.telephony.incall;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.DestinationOwner;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import java.util.List;

/** Incoming calls. */
public final class Incalls {
    private static final Derived<Incall, String> TARGETS =
            Derived.of("targets", String.class, incall -> Destinations.targets(incall.destination()));
    public static final Resource<Incall, Integer> INCALLS = Resource.of(Incall.class, Incall::id)
            .generatedKey()
            .tenant(Incall::tenantUuid)
            .stored(TARGETS)
            .search(Incall::preprocessSubroutine, Incall::greetingSound, Incall::description)
            .filterAndSort(Incall::preprocessSubroutine, Incall::greetingSound, Incall::description)
            .build();
    public static final Column<Incall, Destination> DESTINATION = INCALLS.column(Incall::destination);

    private Incalls() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        Edit<Incall> nowhere = Edit.of(INCALLS).set(DESTINATION, Destination.NONE);
        return TelephonyResource.of(INCALLS)
                .event("incall")
                .shape((shape, all) -> shape.part(
                        "destination", Destinations.of(all.services()).part(Incall::destination)))
                .plugin()
                .rule((services, change, violations) -> Destinations.of(services)
                        .<Incall>exist(incall -> List.of(incall.destination()))
                        .check(change, violations))
                .afterwards((services, change) -> {
                    if (change.operation() != Operation.DELETE && change.changed(DESTINATION)) {
                        IncallTargets.follow(services, change);
                    }
                })
                .with(new DestinationOwner<>(INCALLS, TARGETS, (incall, token) -> nowhere.applyTo(incall)));
    }
}
