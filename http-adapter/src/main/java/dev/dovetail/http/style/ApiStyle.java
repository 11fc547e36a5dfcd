package dev.dovetail.http.style;

import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.resource.Association;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Says how an API speaks with its clients. Every method has a default, that of the {@link #standard()} style: strict,
 * and with every feature. Override what the clients of an old API need otherwise:
 *
 * <pre>{@code
 * final class OldStyle implements ApiStyle {
 *     public Set<Feature> features() {
 *         return Set.of();
 *     }
 * }
 *
 * HttpApi.of(registry).style(new OldStyle())
 * }</pre>
 *
 * <p>Must be thread-safe, and always say the same.
 *
 * @since 0.1
 */
public interface ApiStyle {

    /** Returns the style that is strict and offers every feature. */
    static ApiStyle standard() {
        return StandardStyle.INSTANCE;
    }

    /**
     * Returns how JSON values are read.
     *
     * @param types the application's types
     */
    default JsonTypes types(JsonTypes types) {
        return types;
    }

    /**
     * Returns the value that a body stands for. A value that is no object is refused by whoever reads it; a failure
     * thrown here is answered as any other.
     *
     * @param body the JSON value that was sent
     * @param request the request
     */
    default JsonNode body(JsonNode body, Request request) {
        return body;
    }

    /**
     * Returns whether a link whose body leaves attributes out gets their defaults, rather than keeping what it carries.
     *
     * @param association of the link
     */
    default boolean absentMeansDefault(Association<?, ?, ?, ?> association) {
        return false;
    }

    /** Returns how the values of query parameters are read. */
    default QueryStyle queries() {
        return QueryStyle.strict();
    }

    /** Returns what is offered beyond GET, HEAD, POST, PUT and DELETE. */
    default Set<Feature> features() {
        return StandardStyle.ALL;
    }

    /** Returns what parses bodies and writes answers. */
    default Json json() {
        return new Json(false);
    }
}
