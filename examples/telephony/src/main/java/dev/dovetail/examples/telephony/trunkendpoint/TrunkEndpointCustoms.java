package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.customendpoint.CustomEndpoint;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointCustoms;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.http.Representations;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;
import java.util.UUID;

/** The custom endpoint of a trunk. */
public final class TrunkEndpointCustoms extends TrunkEndpointPlugin<CustomEndpoint, Integer> {
    public static final Association<Trunk, Integer, CustomEndpoint, Integer> TRUNK_ENDPOINT_CUSTOM =
            describe(Trunks.TRUNKS, "custom", CustomEndpoints.CUSTOM_ENDPOINTS);

    public TrunkEndpointCustoms() {
        super(TRUNK_ENDPOINT_CUSTOM);
    }

    private static final Derived<CustomEndpoint, String> CONTEXT = Derived.foundAscii(
            "context",
            () -> Derivation.firstOf(
                    Derivation.left(LineEndpointCustoms.LINE_ENDPOINT_CUSTOM, Derivation.of(Lines.CONTEXT)),
                    Derivation.left(TRUNK_ENDPOINT_CUSTOM, Derivation.of(Trunks.CONTEXT))));

    /** Adds the context of the owner, a line or a trunk, to endpoints. */
    @Override
    public List<Plugin> parts() {
        return with(ResourcePlugin.extending(CustomEndpoints.CUSTOM_ENDPOINTS).derived(CONTEXT));
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
