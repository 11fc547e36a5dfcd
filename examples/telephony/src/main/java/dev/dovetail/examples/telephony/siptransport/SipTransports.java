package dev.dovetail.examples.telephony.siptransport;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.sip.KnownKeys;
import dev.dovetail.examples.telephony.sip.SectionNames;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.UUID;

/** SIP transports; they have no tenant, and only the master tenant changes them. */
public final class SipTransports implements TelephonyPlugin<SipTransport, UUID> {
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

    private static final Column<SipTransport, UUID> UUID_COLUMN = SIP_TRANSPORTS.column(SipTransport::uuid);
    private static final SectionNames<SipTransport> NAMES =
            SectionNames.of(SIP_TRANSPORTS).onCreation("name");
    private static final KnownKeys KEYS = KnownKeys.of("""
                async_operations bind ca_list_file ca_list_path cert_file cipher domain external_media_address
                external_signaling_address external_signaling_port method local_net password priv_key_file protocol
                require_client_cert verify_client verify_server tos cos websocket_write_timeout allow_reload
                symmetric_transport""");

    @Override
    public Resource<SipTransport, UUID> resource() {
        return SIP_TRANSPORTS;
    }

    @Override
    public String path() {
        return "/sip/transports";
    }

    @Override
    public int installed() {
        return 2;
    }

    @Override
    public Dao<SipTransport, UUID> dao(Store store) {
        return NAMES.dao(store);
    }

    @Override
    public Preparation<SipTransport> computes(Services services) {
        return (call, before, draft) -> UUID_COLUMN.get(draft) != null
                ? draft
                : Edit.of(SIP_TRANSPORTS).set(UUID_COLUMN, services.ids().get()).applyTo(draft);
    }

    @Override
    public ValidationGroup<SipTransport> validation(Services services) {
        return ValidationGroup.<SipTransport>builder()
                .stopAtFirst()
                .common(NAMES.free(services))
                .common((change, violations) ->
                        KEYS.check("options", change.value().options(), violations))
                .delete((deletion, violations) ->
                        unused(services, deletion.value().uuid(), violations))
                .build();
    }

    private static void unused(Services services, UUID transport, Violations violations) {
        services.plugins(TransportUse.class).stream()
                .flatMap(use -> use.first(services, transport).stream())
                .findFirst()
                .ifPresent(endpoint -> violations.add(Errors.stillAssociated(
                        "Transport",
                        "EndpointSIP",
                        Details.of("transport_uuid", transport, "endpoint_sip_uuid", endpoint))));
    }

    @Override
    public Notifier<Change<SipTransport>> notifier(Services services) {
        return BusEvents.<SipTransport>ofService("sip_transport", transport -> transport)
                .commands(Sysconfd.reloads("module reload res_pjsip.so"))
                .build();
    }

    @Override
    public void represent(Representations all) {
        shape(all.shape(SIP_TRANSPORTS), all);
    }

    @Override
    public void route(Routes routes) {
        ResourceRoutes<SipTransport, UUID> mine =
                routes.resource(SIP_TRANSPORTS).path(path());
        TransportDeletion deletion = new TransportDeletion(routes.services());
        mine.answering(Method.DELETE, deletion::answering)
                .rootTenantOnly(Method.CREATE, Method.EDIT, Method.DELETE)
                .add();
    }
}
