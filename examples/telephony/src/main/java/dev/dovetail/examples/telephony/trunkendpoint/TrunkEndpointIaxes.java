package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.iaxendpoint.IaxEndpoint;
import dev.dovetail.examples.telephony.iaxendpoint.IaxEndpoints;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.http.Representations;
import dev.dovetail.notification.Command;
import dev.dovetail.resource.Association;
import java.util.List;
import java.util.UUID;

/** The IAX endpoint of a trunk. */
public final class TrunkEndpointIaxes extends TrunkEndpointPlugin<IaxEndpoint, Integer> {
    public static final Association<Trunk, Integer, IaxEndpoint, Integer> TRUNK_ENDPOINT_IAX =
            describe(Trunks.TRUNKS, "iax", IaxEndpoints.IAX_ENDPOINTS);

    public TrunkEndpointIaxes() {
        super(TRUNK_ENDPOINT_IAX);
    }

    private record Shown(int id, UUID tenantUuid, String name) {}

    @Override
    protected Object shown(IaxEndpoint endpoint) {
        return new Shown(endpoint.id(), endpoint.tenantUuid(), endpoint.name());
    }

    @Override
    protected List<Command> commands() {
        return Sysconfd.reloads("iax2 reload");
    }

    @Override
    public void represent(Representations all) {
        embed(all, all.only(IaxEndpoints.IAX_ENDPOINTS, "id", "name", "links"));
    }
}
