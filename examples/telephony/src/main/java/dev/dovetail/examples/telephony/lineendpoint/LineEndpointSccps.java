package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoint;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoints;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.notification.Command;
import dev.dovetail.resource.Association;
import java.util.List;
import java.util.UUID;

/** The SCCP endpoint of a line. */
public final class LineEndpointSccps extends LineEndpointPlugin<SccpEndpoint, Integer> {
    public static final Association<Line, Integer, SccpEndpoint, Integer> LINE_ENDPOINT_SCCP =
            describe(Lines.LINES, "sccp", SccpEndpoints.SCCP_ENDPOINTS);

    public LineEndpointSccps() {
        super(LINE_ENDPOINT_SCCP);
    }

    private record Shown(int id, UUID tenantUuid) {}

    @Override
    protected Object shown(SccpEndpoint endpoint) {
        return new Shown(endpoint.id(), endpoint.tenantUuid());
    }

    @Override
    protected List<Command> commands() {
        return Sysconfd.reloads("module reload chan_sccp.so");
    }

    @Override
    public void represent(Representations all) {
        embed(all, all.only(SccpEndpoints.SCCP_ENDPOINTS, "id", "links"));
    }
}
