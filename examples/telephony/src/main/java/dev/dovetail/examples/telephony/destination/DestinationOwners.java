package dev.dovetail.examples.telephony.destination;

import dev.dovetail.examples.telephony.fallback.FallbackPlugin;
import dev.dovetail.examples.telephony.incall.Incalls;
import dev.dovetail.examples.telephony.ivr.Ivrs;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.plugin.Services;
import java.util.List;

/** Those whose destinations go when what they lead to is deleted. */
final class DestinationOwners {
    /** Takes away destinations that lead to an object. */
    interface Owner {
        void forget(Services services, String token);
    }

    static final List<Owner> ALL = List.of(Incalls::forget, Ivrs::forget, Queues::forget, FallbackPlugin::forget);

    private DestinationOwners() {}
}
