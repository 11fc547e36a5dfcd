package dev.dovetail.http;

import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the bodies of requests.
 *
 * @since 0.1
 */
public final class Bodies {
    private final Json json;
    private final boolean emptyValuesAreObjects;

    Bodies(Json json, boolean emptyValuesAreObjects) {
        this.json = json;
        this.emptyValuesAreObjects = emptyValuesAreObjects;
    }

    /** Returns what parses and writes JSON. */
    public Json json() {
        return json;
    }

    /**
     * Returns the body as a tree.
     *
     * @throws dev.dovetail.http.json.MalformedJsonException if it is not JSON
     */
    public JsonNode read(Request request) {
        JsonNode node = json.parse(request.body());
        return emptyValuesAreObjects && isEmpty(node) ? JsonNodeFactory.instance.objectNode() : node;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull()
                || (node.isArray() && node.isEmpty())
                || (node.isNumber() && node.doubleValue() == 0)
                || (node.isBoolean() && !node.booleanValue())
                || (node.isString() && node.stringValue().isEmpty());
    }
}
