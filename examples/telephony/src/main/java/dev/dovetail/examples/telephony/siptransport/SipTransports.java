package dev.dovetail.examples.telephony.siptransport;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.sip.KnownKeys;
import dev.dovetail.examples.telephony.sip.SectionNames;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.UUID;

/** SIP transports; they have no tenant, and only the master tenant changes them. */
public final class SipTransports {
    public static final Resource<SipTransport, UUID> SIP_TRANSPORTS = Resource.of(
                    SipTransport.class, SipTransport::uuid)
            .name("Transport")
            .collection("sip_transports")
            .readOnly(SipTransport::uuid)
            .unique(SipTransport::name)
            .defaultValue(SipTransport::options, List.of())
            .search(SipTransport::name)
            .filterAndSort(SipTransport::uuid, SipTransport::name)
            .defaultSort(SipTransport::name)
            .build();

    private static final SectionNames<SipTransport> NAMES =
            SectionNames.of(SIP_TRANSPORTS).onCreation("name");
    private static final KnownKeys KEYS = KnownKeys.of("""
                async_operations bind ca_list_file ca_list_path cert_file cipher domain external_media_address
                external_signaling_address external_signaling_port method local_net password priv_key_file protocol
                require_client_cert verify_client verify_server tos cos websocket_write_timeout allow_reload
                symmetric_transport""");

    private SipTransports() {}

    /** Returns the plugin; there are two transports from the start. */
    public static Plugin plugin() {
        return TelephonyResource.of(SIP_TRANSPORTS)
                .path("/sip/transports")
                .withoutLinks()
                .installed(2)
                .newKey(services -> services.ids().get())
                .event("sip_transport", transport -> transport)
                .reload("module reload res_pjsip.so")
                .rootTenantOnly(Method.CREATE, Method.EDIT, Method.DELETE)
                .routes(mine -> mine.answering(Method.DELETE, TransportDeletion::answering))
                .plugin()
                .dao((store, resource) -> NAMES.dao(store))
                .withoutUniqueRule()
                .stopAtFirst()
                .rule((services, change, violations) -> NAMES.free(services).check(change, violations))
                .rule((change, violations) ->
                        KEYS.check("options", change.value().options(), violations))
                .rule(SipTransports::isUnused, Operation.DELETE);
    }

    private static void isUnused(Services services, Change<SipTransport> change, Violations violations) {
        UUID transport = change.value().uuid();
        services.plugins(TransportUse.class).stream()
                .flatMap(use -> use.first(services, transport).stream())
                .findFirst()
                .ifPresent(endpoint -> violations.add(Errors.stillAssociated(
                        "Transport",
                        "EndpointSIP",
                        Details.of("transport_uuid", transport, "endpoint_sip_uuid", endpoint))));
    }
}
