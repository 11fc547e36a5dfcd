package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.endpoint.EndpointRef;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.plugin.Services;
import java.util.Optional;

/** Finds the endpoint of a line, of whichever kind. */
public final class LineEndpoints {
    private LineEndpoints() {}

    /** Returns the endpoint that a line has. */
    public static Optional<EndpointRef> of(Services services, Line line) {
        return EndpointRef.of(services, LineEndpointSips.LINE_ENDPOINT_SIP, line)
                .or(() -> EndpointRef.of(services, LineEndpointCustoms.LINE_ENDPOINT_CUSTOM, line))
                .or(() -> EndpointRef.of(services, LineEndpointSccps.LINE_ENDPOINT_SCCP, line));
    }

    /** Requires that a line has an endpoint. */
    public static void require(Services services, Line line, Violations violations) {
        if (of(services, line).isEmpty()) {
            violations.add(Errors.missingAssociation("Line", "Endpoint", Details.of("line_id", line.id())));
        }
    }
}
