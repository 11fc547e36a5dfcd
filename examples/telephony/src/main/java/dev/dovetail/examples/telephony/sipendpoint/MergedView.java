package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.CRUDService;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.operation.Edit;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.UUID;

/** Shows an endpoint as it works: {@code view=merged}. */
final class MergedView {
    private static final String VIEW = "view";
    private static final String MERGED = "merged";

    private final Resource<SipEndpoint, UUID> resource = SipEndpoints.SIP_ENDPOINTS;
    private final Routes routes;
    private final CRUDService<SipEndpoint, UUID> endpoints;
    private final TemplateGraph graph;

    MergedView(Routes routes) {
        this.routes = routes;
        this.endpoints = routes.services().of(resource);
        this.graph = TemplateGraph.of(routes.services());
    }

    /** Returns what answers with the view or, without one, as usual. */
    Endpoint answering(Endpoint standard) {
        return exchange -> {
            String view = exchange.request().parameter(VIEW).orElse(null);
            if (view == null) {
                return standard.answer(exchange);
            } else if (!view.equals(MERGED)) {
                throw Errors.invalid(
                                resource.name(),
                                Path.of(VIEW),
                                "enum",
                                Details.of("choices", List.of(MERGED)),
                                "unknown (expected: " + MERGED + ")")
                        .toException();
            }
            return merged(exchange);
        };
    }

    private Response merged(Exchange exchange) {
        SipEndpoint endpoint = endpoints.get(exchange.call(), UUID.fromString(exchange.pathValue(0)));
        var options = MergedOptions.of(endpoint, graph.above(endpoint.templateUuids()));
        Edit<SipEndpoint> edit = Edit.of(resource);
        for (OptionSection section : OptionSection.values()) {
            edit = edit.set(resource.column(section.accessor()), options.get(section));
        }
        SipEndpoint merged = edit.applyTo(endpoint);
        var representation = routes.representations().of(resource);
        return Response.json(
                200, routes.bodies().json().write(out -> representation.write(merged, exchange.rendering(), out)));
    }
}
