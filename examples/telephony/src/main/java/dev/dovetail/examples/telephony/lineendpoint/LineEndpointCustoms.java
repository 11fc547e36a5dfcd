package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.examples.telephony.customendpoint.CustomEndpoint;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.http.Representations;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.Optional;
import java.util.UUID;

/** The custom endpoint of a line. */
public final class LineEndpointCustoms extends LineEndpointPlugin<CustomEndpoint, Integer> {
    public static final Association<Line, Integer, CustomEndpoint, Integer> LINE_ENDPOINT_CUSTOM =
            describe(Lines.LINES, "custom", CustomEndpoints.CUSTOM_ENDPOINTS);

    public LineEndpointCustoms() {
        super(LINE_ENDPOINT_CUSTOM);
    }

    /** Returns the id of the line that has an endpoint. */
    public static Optional<Integer> lineOf(Services services, CustomEndpoint endpoint) {
        return ownerOf(services, LINE_ENDPOINT_CUSTOM, endpoint);
    }

    private record Shown(int id, UUID tenantUuid, String interface_) {}

    @Override
    protected Object shown(CustomEndpoint endpoint) {
        return new Shown(endpoint.id(), endpoint.tenantUuid(), endpoint.interface_());
    }

    @Override
    public void represent(Representations all) {
        embed(all, all.only(CustomEndpoints.CUSTOM_ENDPOINTS, "id", "interface", "links"));
    }
}
