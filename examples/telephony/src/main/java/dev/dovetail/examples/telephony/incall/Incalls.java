package dev.dovetail.examples.telephony.incall;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.DestinationOwner;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Incoming calls. */
public final class Incalls implements TelephonyPlugin<Incall, Integer> {
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

    private record Data(int id) {}

    @Override
    public Resource<Incall, Integer> resource() {
        return INCALLS;
    }

    @Override
    public ValidationGroup<Incall> validation(Services services) {
        return ValidationGroup.<Incall>builder()
                .common(Destinations.of(services).exist(incall -> List.of(incall.destination())))
                .build();
    }

    @Override
    public Optional<Consumer<Change<Incall>>> afterwards(Services services) {
        return Optional.of(change -> {
            if (change.operation() != Operation.DELETE && change.changed(DESTINATION)) {
                IncallTargets.follow(services, change);
            }
        });
    }

    @Override
    public List<Plugin> parts() {
        Edit<Incall> nowhere = Edit.of(INCALLS).set(DESTINATION, Destination.NONE);
        return List.of(plugin(), new DestinationOwner<>(INCALLS, TARGETS, (incall, token) -> nowhere.applyTo(incall)));
    }

    @Override
    public Notifier<Change<Incall>> notifier(Services services) {
        return BusEvents.<Incall>ofTenant("incall", Incall::tenantUuid, incall -> new Data(incall.id()))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Incall> shape, Representations all) {
        shape.part("destination", Destinations.of(all.services()).part(Incall::destination))
                .part("extensions", Part.emptyList())
                .part("schedules", Part.emptyList());
    }
}
