package dev.dovetail.examples.telephony.outcall;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;

/** Outgoing calls. */
public final class Outcalls {
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

    private Outcalls() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(OUTCALLS).event("outcall").plugin().with(DESTINATION);
    }
}
