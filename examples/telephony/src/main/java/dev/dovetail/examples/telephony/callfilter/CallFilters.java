package dev.dovetail.examples.telephony.callfilter;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;
import java.util.List;

/** Call filters. */
public final class CallFilters {
    public static final Resource<CallFilter, Integer> CALL_FILTERS = Resource.of(CallFilter.class, CallFilter::id)
            .collection("callfilters")
            .generatedKey()
            .tenant(CallFilter::tenantUuid)
            .unique(CallFilter::name)
            .defaultValue(CallFilter::enabled, true)
            .searchFilterAndSort(CallFilter::id, CallFilter::name, CallFilter::description)
            .defaultSort(CallFilter::name)
            .build();
    private static final Fallbacks<CallFilter, Integer> FALLBACKS =
            new Fallbacks<>(CALL_FILTERS, List.of(Reason.NOANSWER));

    private CallFilters() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(CALL_FILTERS)
                .event("call_filter")
                .plugin()
                .with(FALLBACKS.served(KeyFormat.integer()));
    }
}
