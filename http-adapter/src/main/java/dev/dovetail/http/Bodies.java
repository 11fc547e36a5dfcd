package dev.dovetail.http;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.http.json.Representation;
import dev.dovetail.query.Page;
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
    private final boolean nullFails;
    private final Protocol protocol;

    Bodies(Json json, boolean emptyValuesAreObjects, Protocol protocol) {
        this(json, emptyValuesAreObjects, protocol, false);
    }

    private Bodies(Json json, boolean emptyValuesAreObjects, Protocol protocol, boolean nullFails) {
        this.json = json;
        this.emptyValuesAreObjects = emptyValuesAreObjects;
        this.protocol = protocol;
        this.nullFails = nullFails;
    }

    /** Returns what reads bodies and answers the body {@code null} as a failure of the server. */
    public Bodies failingOnNull() {
        return new Bodies(json, emptyValuesAreObjects, protocol, true);
    }

    /** Returns what parses and writes JSON. */
    public Json json() {
        return json;
    }

    /**
     * Returns the body as a tree. A request whose body is said to be of another media type than JSON, or whose caller takes no
     * JSON, is refused, unless the protocol is basic.
     *
     * @throws dev.dovetail.http.json.MalformedJsonException if it is not JSON
     */
    public JsonNode read(Request request) {
        if (protocol == Protocol.FULL) {
            Negotiation.beforeReading(request);
        }
        JsonNode node = json.parse(request.body());
        if (nullFails && node.isNull()) {
            throw Errors.technical(ErrorKind.UNIT_FAILED, "the body is null", null);
        }
        return emptyValuesAreObjects && isEmpty(node) ? JsonNodeFactory.instance.objectNode() : node;
    }

    /** Returns the answer with a page of objects, {@code {"total": n, "items": [...]}}; no total if nobody has counted. */
    public <T extends Record> Response page(Page<T> page, Representation<T> representation, Rendering rendering) {
        return page(page, representation.prepare(page.items(), rendering));
    }

    <X> Response page(Page<X> page, Part.Writer<X> writer) {
        return Response.json(200, json.write(out -> {
            out.writeStartObject();
            page.knownTotal().ifPresent(total -> out.writeNumberProperty("total", total));
            out.writeArrayPropertyStart("items");
            page.items().forEach(row -> writer.write(row, out));
            out.writeEndArray();
            out.writeEndObject();
        }));
    }

    /**
     * Returns the answer to a creation: 201 with the object and its location.
     *
     * @param path of the object, below the root of the API
     */
    public <T extends Record> Response created(
            T row, Representation<T> representation, String path, Rendering rendering) {
        byte[] body = json.write(out -> representation.write(row, rendering, out));
        return Response.json(201, body).with("Location", rendering.baseUrl() + path);
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull()
                || (node.isArray() && node.isEmpty())
                || (node.isNumber() && node.decimalValue().signum() == 0)
                || (node.isBoolean() && !node.booleanValue())
                || (node.isString() && node.stringValue().isEmpty());
    }
}
