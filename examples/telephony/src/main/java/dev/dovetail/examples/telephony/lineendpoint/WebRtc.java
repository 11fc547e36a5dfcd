package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoint;
import dev.dovetail.examples.telephony.sipendpoint.SipOptions;
import dev.dovetail.examples.telephony.sipendpoint.SipTemplates;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.plugin.Services;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells whether the endpoint of a line speaks WebRTC: it or, depth first, its templates say so; the first word counts.
 */
public record WebRtc(Services services) {

    /** Prepares the answer for the lines of a page. */
    public Part.Writer<Line> part(List<Line> page, Rendering rendering) {
        Lookup<Set<Integer>> speaking = of(page, rendering);
        return (line, out) -> out.writeBoolean(speaking.get().contains(line.id()));
    }

    /** Returns the ids of those lines that speak it. */
    public Lookup<Set<Integer>> of(List<Line> page, Rendering rendering) {
        Lookups lookups = rendering.lookups();
        return lookups.rights(LineEndpointSips.LINE_ENDPOINT_SIP, page).then(endpoints -> {
            List<SipEndpoint> all =
                    endpoints.values().stream().flatMap(List::stream).toList();
            return SipTemplates.above(services, lookups, all).map(templates -> speaking(endpoints, templates));
        });
    }

    private static Set<Integer> speaking(Map<Integer, List<SipEndpoint>> endpoints, Map<UUID, SipEndpoint> templates) {
        Set<Integer> speaking = new HashSet<>();
        endpoints.forEach((line, its) -> {
            if (its.stream()
                    .anyMatch(endpoint -> said(endpoint, templates, new HashSet<>())
                            .filter("yes"::equals)
                            .isPresent())) {
                speaking.add(line);
            }
        });
        return speaking;
    }

    private static Optional<String> said(SipEndpoint endpoint, Map<UUID, SipEndpoint> templates, Set<UUID> seen) {
        Optional<String> own = SipOptions.first(endpoint.endpointSectionOptions(), "webrtc");
        if (own.isPresent()) {
            return own;
        }
        for (SipEndpoint.Template reference : endpoint.templates()) {
            SipEndpoint template = templates.get(reference.uuid());
            if (template != null && seen.add(reference.uuid())) {
                Optional<String> above = said(template, templates, seen);
                if (above.isPresent()) {
                    return above;
                }
            }
        }
        return Optional.empty();
    }
}
