package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.endpoint.EndpointOwner;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SIP endpoints. */
public final class SipEndpoints extends SipPlugin {
    public static final Derived<SipEndpoint, String> CALLER_ID_NAME = Derived.of(
            "callerIdName", String.class, endpoint -> CallerId.of(endpoint).name());
    public static final Derived<SipEndpoint, String> CALLER_ID_NUM = Derived.of(
            "callerIdNum", String.class, endpoint -> CallerId.of(endpoint).number());
    public static final Resource<SipEndpoint, UUID> SIP_ENDPOINTS = describe("SIPEndpoint", "endpoints_sip", false)
            .stored(CALLER_ID_NAME, CALLER_ID_NUM)
            .build();
    public static final Column<SipEndpoint, String> NAME = SIP_ENDPOINTS.column(SipEndpoint::name);
    public static final Column<SipEndpoint, String> LABEL = SIP_ENDPOINTS.column(SipEndpoint::label);
    private static final Column<SipEndpoint, List<List<String>>> ENDPOINT_OPTIONS =
            SIP_ENDPOINTS.column(SipEndpoint::endpointSectionOptions);

    public static final String PATH = "/endpoints/sip";

    private record Linked(int id) {}

    private record Data(
            UUID uuid,
            UUID tenantUuid,
            String name,
            @Nullable String label,
            List<List<String>> authSectionOptions,
            List<List<String>> registrationSectionOptions,
            @Nullable Linked trunk,
            @Nullable Linked line) {}

    public SipEndpoints() {
        super(SIP_ENDPOINTS);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String rel() {
        return "endpoint_sip";
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), new UsedTransports());
    }

    @Override
    public Notifier<Change<SipEndpoint>> notifier(Services services) {
        return BusEvents.<SipEndpoint>ofTenant(
                        "sip_endpoint", SipEndpoint::tenantUuid, endpoint -> data(endpoint, services))
                .commands(RELOADS, Operation.EDIT, Operation.DELETE)
                .build();
    }

    private static Data data(SipEndpoint endpoint, Services services) {
        return new Data(
                endpoint.uuid(),
                endpoint.tenantUuid(),
                endpoint.name(),
                endpoint.label(),
                SipOptions.only(endpoint.authSectionOptions(), "username"),
                SipOptions.only(endpoint.registrationSectionOptions(), "client_uri"),
                owner(services, "Trunk", endpoint),
                owner(services, "Line", endpoint));
    }

    private static @Nullable Linked owner(Services services, String kind, SipEndpoint endpoint) {
        return EndpointOwner.of(services, SIP_ENDPOINTS, kind, endpoint)
                .map(Linked::new)
                .orElse(null);
    }

    /** Returns an endpoint that has one more option, or another value of it. */
    static SipEndpoint withEndpointOption(SipEndpoint endpoint, String key, String value) {
        return Edit.of(SIP_ENDPOINTS)
                .set(ENDPOINT_OPTIONS, SipOptions.put(endpoint.endpointSectionOptions(), key, value))
                .applyTo(endpoint);
    }

    @Override
    public void shape(Representation.Builder<SipEndpoint> shape, Representations all) {
        super.shape(shape, all);
        shape.part("trunk", Part.nothing()).part("line", Part.nothing());
    }

    @Override
    public void route(Routes routes) {
        ResourceRoutes<SipEndpoint, UUID> mine = routes.resource(SIP_ENDPOINTS).path(PATH);
        shape(mine);
        mine.answering(ResourceRoutes.Method.GET, new MergedView(routes)::answering)
                .add();
    }
}
