package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.examples.telephony.endpoint.EndpointRef;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.plugin.Services;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as events about it show it. */
public record LineRef(
        int id,
        @Nullable String name,
        @Nullable UuidRef endpointSip,
        @Nullable IdRef endpointSccp,
        @Nullable IdRef endpointCustom) {

    /** Refers to an endpoint. */
    public record UuidRef(UUID uuid) {}

    /** Refers to an endpoint. */
    public record IdRef(int id) {}

    /** Returns what events show of a line. */
    public static LineRef of(Services services, Line line) {
        Optional<EndpointRef> endpoint = LineEndpoints.of(services, line);
        return new LineRef(
                line.id(),
                services.lookups().value(LineNames.NAME, line),
                endpoint.map(EndpointRef::key)
                        .filter(UUID.class::isInstance)
                        .map(key -> new UuidRef((UUID) key))
                        .orElse(null),
                id(endpoint, "sccp"),
                id(endpoint, "custom"));
    }

    private static @Nullable IdRef id(Optional<EndpointRef> endpoint, String kind) {
        return endpoint.filter(one -> one.kind().equals(kind))
                .map(one -> new IdRef((Integer) one.key()))
                .orElse(null);
    }
}
