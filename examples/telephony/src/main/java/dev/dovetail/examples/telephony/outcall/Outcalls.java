package dev.dovetail.examples.telephony.outcall;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;

/** Outgoing calls. */
public final class Outcalls implements TelephonyPlugin<Outcall, Integer> {
    public static final Resource<Outcall, Integer> OUTCALLS = Resource.of(Outcall.class, Outcall::id)
            .generatedKey()
            .tenant(Outcall::tenantUuid)
            .unique(Outcall::name)
            .defaultValue(Outcall::internalCallerId, false)
            .defaultValue(Outcall::enabled, true)
            .searchFilterAndSort(Outcall::id, Outcall::description, Outcall::name, Outcall::preprocessSubroutine)
            .build();
    private static final DestinationType<Outcall, Integer> DESTINATION =
            DestinationType.of(OUTCALLS, Field.digits("exten", 255));

    private record Data(int id) {}

    @Override
    public Resource<Outcall, Integer> resource() {
        return OUTCALLS;
    }

    @Override
    public ValidationGroup<Outcall> validation(Services services) {
        return ValidationGroup.<Outcall>builder()
                .common(Rules.unique(services.dao(OUTCALLS)))
                .build();
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), DESTINATION);
    }

    @Override
    public Notifier<Change<Outcall>> notifier(Services services) {
        return BusEvents.<Outcall>ofTenant("outcall", Outcall::tenantUuid, outcall -> new Data(outcall.id()))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Outcall> shape, Representations all) {
        shape.part("trunks", Part.emptyList())
                .part("extensions", Part.emptyList())
                .part("schedules", Part.emptyList())
                .part("call_permissions", Part.emptyList());
    }
}
