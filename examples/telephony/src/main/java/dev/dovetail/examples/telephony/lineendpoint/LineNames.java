package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.LineNaming;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Schema;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.DerivedUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lines are by their endpoints: each is named after its own, and shows the caller id that it keeps. */
public final class LineNames implements LineNaming, HttpPlugin {
    public static final Derived<Line, String> NAME = Derived.foundAscii(
            "name",
            () -> Derivation.firstOf(
                    Derivation.right(LineEndpointSips.LINE_ENDPOINT_SIP, Derivation.of(SipEndpoints.NAME)),
                    Derivation.right(
                            LineEndpointCustoms.LINE_ENDPOINT_CUSTOM, Derivation.of(CustomEndpoints.INTERFACE)),
                    Derivation.right(LineEndpointSccps.LINE_ENDPOINT_SCCP, Derivation.of(SccpEndpoints.NAME))));
    public static final Derived<Line, String> PROTOCOL = Derived.foundAscii(
            "protocol",
            () -> Derivation.firstOf(
                    Derivation.right(LineEndpointSips.LINE_ENDPOINT_SIP, Derivation.constant("sip")),
                    Derivation.right(LineEndpointCustoms.LINE_ENDPOINT_CUSTOM, Derivation.constant("custom")),
                    Derivation.right(LineEndpointSccps.LINE_ENDPOINT_SCCP, Derivation.constant("sccp"))));
    private static final Derived<Line, String> CALLER_ID_NAME = Derived.found(
            "callerIdName",
            String.class,
            () -> Derivation.firstOf(
                    Derivation.right(LineEndpointSips.LINE_ENDPOINT_SIP, Derivation.of(SipEndpoints.CALLER_ID_NAME)),
                    Derivation.right(
                            LineEndpointSccps.LINE_ENDPOINT_SCCP, Derivation.of(SccpEndpoints.CALLER_ID_NAME))));
    private static final Derived<Line, String> CALLER_ID_NUM = Derived.foundAscii(
            "callerIdNum",
            () -> Derivation.firstOf(
                    Derivation.right(LineEndpointSips.LINE_ENDPOINT_SIP, Derivation.of(SipEndpoints.CALLER_ID_NUM)),
                    Derivation.right(
                            LineEndpointSccps.LINE_ENDPOINT_SCCP, Derivation.of(SccpEndpoints.CALLER_ID_NUM))));

    @Override
    public String name() {
        return "line_names";
    }

    @Override
    public List<Plugin> parts() {
        return List.of(ResourcePlugin.extending(Lines.LINES)
                .derived(NAME, DerivedUse.SEARCH, DerivedUse.FILTER, DerivedUse.SORT, DerivedUse.DEFAULT_SORT)
                .derived(PROTOCOL)
                .derived(CALLER_ID_NAME)
                .derived(CALLER_ID_NUM));
    }

    @Override
    public @Nullable String nameOf(Services services, Line line) {
        return services.lookups().value(NAME, line);
    }

    @Override
    public @Nullable String protocolOf(Services services, Line line) {
        return services.lookups().value(PROTOCOL, line);
    }

    @Override
    public void represent(Representations all) {
        Part<Line> webRtc = new WebRtc(all.services())::part;
        all.shape(Lines.LINES)
                .derived("name", NAME)
                .derived("protocol", PROTOCOL)
                .derived("caller_id_name", CALLER_ID_NAME)
                .derived("caller_id_num", CALLER_ID_NUM)
                .part("is_webrtc", webRtc.as(Schema.bool()));
    }
}
