package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.RandomNames;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Templates of SIP endpoints. */
public final class SipTemplates extends SipPlugin {
    public static final Resource<SipEndpoint, UUID> SIP_TEMPLATES =
            describe("SIPEndpointTemplate", "endpoints_sip_templates", true).build();

    public SipTemplates() {
        super(SIP_TEMPLATES);
    }

    /** Returns the templates, by UUID, that endpoints include, directly or not; looked up for many at once. */
    public static Lookup<Map<UUID, SipEndpoint>> above(
            Services services, Lookups lookups, Collection<SipEndpoint> endpoints) {
        return TemplateGraph.of(services).above(lookups, endpoints);
    }

    /**
     * Creates a template that includes others, without rules and events; needs a unit of work.
     *
     * @return its UUID
     */
    public static UUID generate(Services services, UUID tenant, String label, UUID... parents) {
        SipEndpoint template = new SipEndpoint(
                services.ids().get(),
                tenant,
                RandomNames.draw(),
                label,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Arrays.stream(parents).map(SipEndpoint.Template::new).toList(),
                null,
                null);
        return services.dao(SIP_TEMPLATES).create(template).uuid();
    }

    @Override
    public String path() {
        return SipEndpoints.PATH + "/templates";
    }

    @Override
    public String rel() {
        return "endpoint_sip_templates";
    }

    @Override
    public Notifier<Change<SipEndpoint>> notifier(Services services) {
        return BusEvents.<SipEndpoint>ofTenant("sip_endpoint_template", SipEndpoint::tenantUuid, template -> Map.of())
                .commands(RELOADS, Operation.EDIT, Operation.DELETE)
                .build();
    }

    @Override
    public void route(Routes routes) {
        ResourceRoutes<SipEndpoint, UUID> mine = routes.resource(SIP_TEMPLATES).path(path());
        shape(mine);
        mine.answering(ResourceRoutes.Method.CREATE, standard -> exchange -> create(routes, exchange))
                .add();
    }

    /** Creates a template as usual, but its location is told as if it were an endpoint. */
    private static Response create(Routes routes, Exchange exchange) {
        var representation = routes.representations().of(SIP_TEMPLATES);
        SipEndpoint given = representation
                .read(routes.bodies().read(exchange.request()), true)
                .toCreate();
        SipEndpoint template = routes.services().of(SIP_TEMPLATES).create(exchange.call(), given);
        String location = SipEndpoints.PATH + "/" + template.uuid();
        return routes.bodies().created(template, representation, location, exchange.rendering());
    }
}
