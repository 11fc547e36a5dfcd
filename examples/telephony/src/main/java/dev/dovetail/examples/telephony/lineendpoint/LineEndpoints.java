package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.List;
import java.util.Optional;

/** Finds the endpoint of a line, of whichever kind. */
public final class LineEndpoints {
    private LineEndpoints() {}

    /**
     * Names an endpoint.
     *
     * @param kind as in paths: sip, custom
     * @param key its key
     */
    public record Ref(String kind, Object key) {}

    /** Returns the endpoint that a line has. */
    public static Optional<Ref> of(Services services, Line line) {
        return key(services, LineEndpointSips.LINE_ENDPOINT_SIP, line)
                .map(key -> new Ref("sip", key))
                .or(() -> key(services, LineEndpointCustoms.LINE_ENDPOINT_CUSTOM, line)
                        .map(key -> new Ref("custom", key)));
    }

    private static <K> Optional<K> key(Services services, Association<Line, Integer, ?, K> association, Line line) {
        Optional<AssociationDao<Integer, K>> links = services.dao(association);
        return links.map(dao -> dao.rights(line.id())).orElse(List.of()).stream()
                .findFirst();
    }
}
