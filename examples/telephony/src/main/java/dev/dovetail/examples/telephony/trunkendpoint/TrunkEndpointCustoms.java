package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.customendpoint.CustomEndpoint;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointCustoms;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.http.Representations;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.Optional;
import java.util.UUID;

/** The custom endpoint of a trunk. */
public final class TrunkEndpointCustoms extends TrunkEndpointPlugin<CustomEndpoint, Integer> {
    public static final Association<Trunk, Integer, CustomEndpoint, Integer> TRUNK_ENDPOINT_CUSTOM =
            describe(Trunks.TRUNKS, "custom", CustomEndpoints.CUSTOM_ENDPOINTS);

    public TrunkEndpointCustoms() {
        super(TRUNK_ENDPOINT_CUSTOM);
    }

    /** Returns the id of the trunk that has an endpoint. */
    public static Optional<Integer> trunkOf(Services services, CustomEndpoint endpoint) {
        return ownerOf(services, TRUNK_ENDPOINT_CUSTOM, endpoint);
    }

    private record Shown(int id, UUID tenantUuid, String interface_) {}

    @Override
    protected Object shown(CustomEndpoint endpoint) {
        return new Shown(endpoint.id(), endpoint.tenantUuid(), endpoint.interface_());
    }

    @Override
    protected void addRules(Services services, AssociationValidationGroup.Builder<Trunk, CustomEndpoint> rules) {
        rules.association((link, violations) ->
                        isOnNoLine(LineEndpointCustoms.lineOf(services, link.right()), link.right(), violations))
                .association((link, violations) -> hasNoRegister(services, link.left(), "register_iax_id", violations));
    }

    @Override
    public void represent(Representations all) {
        embed(all, all.only(CustomEndpoints.CUSTOM_ENDPOINTS, "id", "interface", "links"));
    }
}
