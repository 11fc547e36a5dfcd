package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoint;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipOptions;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.notification.Command;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SIP endpoint of a line. */
public final class LineEndpointSips extends LineEndpointPlugin<SipEndpoint, UUID> {
    public static final Association<Line, Integer, SipEndpoint, UUID> LINE_ENDPOINT_SIP =
            describe(Lines.LINES, "sip", SipEndpoints.SIP_ENDPOINTS);

    public LineEndpointSips() {
        super(LINE_ENDPOINT_SIP);
    }

    /** Returns the id of the line that has an endpoint. */
    public static Optional<Integer> lineOf(Services services, SipEndpoint endpoint) {
        return ownerOf(services, LINE_ENDPOINT_SIP, endpoint);
    }

    private record Shown(
            UUID uuid, UUID tenantUuid, @Nullable String label, String name, List<List<String>> authSectionOptions) {}

    @Override
    protected Object shown(SipEndpoint endpoint) {
        return new Shown(
                endpoint.uuid(), endpoint.tenantUuid(), endpoint.label(), endpoint.name(), usernames(endpoint));
    }

    private static List<List<String>> usernames(SipEndpoint endpoint) {
        return SipOptions.only(endpoint.authSectionOptions(), "username");
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
                        shape -> shape.computed("auth_section_options", SipOptions.SCHEMA, LineEndpointSips::usernames),
                        "uuid",
                        "label",
                        "name",
                        "links"));
    }
}
