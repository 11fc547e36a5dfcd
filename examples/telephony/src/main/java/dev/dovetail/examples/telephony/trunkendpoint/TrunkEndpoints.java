package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.endpoint.EndpointRef;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.plugin.Services;
import java.util.Optional;

/** Finds the endpoint of a trunk, of whichever kind. */
public final class TrunkEndpoints {
    private TrunkEndpoints() {}

    /** Returns the endpoint that a trunk has. */
    public static Optional<EndpointRef> of(Services services, Trunk trunk) {
        return EndpointRef.of(services, TrunkEndpointSips.TRUNK_ENDPOINT_SIP, trunk)
                .or(() -> EndpointRef.of(services, TrunkEndpointIaxes.TRUNK_ENDPOINT_IAX, trunk))
                .or(() -> EndpointRef.of(services, TrunkEndpointCustoms.TRUNK_ENDPOINT_CUSTOM, trunk));
    }
}
