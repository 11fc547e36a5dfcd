package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoint;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipOptions;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.http.Representations;
import dev.dovetail.notification.Command;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;
import java.util.UUID;

/** The SIP endpoint of a trunk. */
public final class TrunkEndpointSips extends TrunkEndpointPlugin<SipEndpoint, UUID> {
    public static final Association<Trunk, Integer, SipEndpoint, UUID> TRUNK_ENDPOINT_SIP =
            describe(Trunks.TRUNKS, "sip", SipEndpoints.SIP_ENDPOINTS);

    public TrunkEndpointSips() {
        super(TRUNK_ENDPOINT_SIP);
    }

    @Override
    public List<Plugin> parts() {
        return with(TrunkNames.ofTrunks());
    }

    private record Shown(
            UUID uuid,
            UUID tenantUuid,
            String name,
            List<List<String>> authSectionOptions,
            List<List<String>> registrationSectionOptions) {}

    @Override
    protected Object shown(SipEndpoint endpoint) {
        return new Shown(
                endpoint.uuid(), endpoint.tenantUuid(), endpoint.name(), usernames(endpoint), clientUris(endpoint));
    }

    private static List<List<String>> usernames(SipEndpoint endpoint) {
        return SipOptions.only(endpoint.authSectionOptions(), "username");
    }

    private static List<List<String>> clientUris(SipEndpoint endpoint) {
        return SipOptions.only(endpoint.registrationSectionOptions(), "client_uri");
    }

    @Override
    protected void addRules(Services services, AssociationValidationGroup.Builder<Trunk, SipEndpoint> rules) {
        rules.association((link, violations) ->
                        isOnNoLine(LineEndpointSips.lineOf(services, link.right()), link.right(), violations))
                .association((link, violations) -> hasNoRegister(services, link.left(), "register_sip_id", violations));
    }

    @Override
    protected List<Command> commands() {
        return Sysconfd.reloads("module reload res_pjsip.so");
    }

    @Override
    public void represent(Representations all) {
        embed(
                all,
                all.only(
                        SipEndpoints.SIP_ENDPOINTS,
                        shape -> shape.computed("auth_section_options", SipOptions.SCHEMA, TrunkEndpointSips::usernames)
                                .computed(
                                        "registration_section_options",
                                        SipOptions.SCHEMA,
                                        TrunkEndpointSips::clientUris),
                        "uuid",
                        "label",
                        "name",
                        "links"));
    }
}
