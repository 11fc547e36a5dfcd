package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.endpoint.EndpointPlugin;
import dev.dovetail.examples.telephony.endpoint.EndpointRef;
import dev.dovetail.examples.telephony.trunk.RegistersOfTrunks;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.Optional;
import java.util.UUID;

/** What trunks and endpoints of every kind have in common. */
abstract class TrunkEndpointPlugin<E extends Record, K> extends EndpointPlugin<Trunk, E, K> {

    TrunkEndpointPlugin(Association<Trunk, Integer, E, K> association) {
        super(association);
    }

    @Override
    protected Optional<EndpointRef> endpointOf(Services services, Trunk trunk) {
        return TrunkEndpoints.of(services, trunk);
    }

    private record Shown(int id, UUID tenantUuid) {}

    @Override
    protected Object shownOwner(Services services, Trunk trunk) {
        return new Shown(trunk.id(), trunk.tenantUuid());
    }

    /** Requires that no line has an endpoint; that the line is told as a trunk is known to clients. */
    void isOnNoLine(Optional<Integer> lineOfIt, E endpoint, Violations violations) {
        lineOfIt.ifPresent(line -> violations.add(Errors.stillAssociated(
                "Line",
                "Endpoint",
                Details.of(
                        "trunk_id",
                        line,
                        "endpoint",
                        kind(),
                        keyName(),
                        association().right().keyOf(endpoint)))));
    }

    /** Requires that a trunk has no IAX register; {@code name} is what the refusal calls its id. */
    static void hasNoRegister(Services services, Trunk trunk, String name, Violations violations) {
        RegistersOfTrunks.of(services, trunk)
                .ifPresent(register -> violations.add(Errors.stillAssociated(
                        "Trunk", "IAXRegister", Details.of("trunk_id", trunk.id(), name, register))));
    }
}
