package dev.dovetail.http;

import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.query.Page;
import tools.jackson.databind.JsonNode;

/**
 * Reads the bodies of requests.
 *
 * @since 0.1
 */
public final class Bodies {
    private final Json json;
    private final ApiStyle style;
    private final Negotiation negotiation;

    Bodies(ApiStyle style) {
        this.json = style.json();
        this.style = style;
        this.negotiation = Negotiation.of(style);
    }

    /** Returns what parses and writes JSON. */
    public Json json() {
        return json;
    }

    /**
     * Returns the body as a tree, as the style of the API reads it. A request whose body is said to be of another media
     * type than JSON, or whose caller takes no JSON, is refused where media types are looked at.
     *
     * @throws dev.dovetail.http.json.MalformedJsonException if it is not JSON
     */
    public JsonNode read(Request request) {
        negotiation.beforeReading(request);
        return style.body(json.parse(request.body()), request);
    }

    /**
     * Returns the answer with a page of objects, {@code {"total": n, "items": [...]}}; no total if nobody has counted.
     */
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
}
