package dev.dovetail.examples.telephony.paging;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;

/** Pagings. */
public final class Pagings {
    public static final Resource<Paging, Integer> PAGINGS = Resource.of(Paging.class, Paging::id)
            .generatedKey()
            .tenant(Paging::tenantUuid)
            .unique(Paging::number)
            .defaultValues(true, Paging::announceCaller, Paging::callerNotification, Paging::enabled)
            .defaultValues(false, Paging::duplex, Paging::ignoreForward, Paging::record)
            .searchFilterAndSort(Paging::id, Paging::name, Paging::number, Paging::announceSound)
            .defaultSort(Paging::name)
            .build();

    private Pagings() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(PAGINGS).event("paging").lenientBooleans().plugin();
    }
}
