package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Schema;
import java.util.function.Function;

/** Writes the links of an object. */
public final class Links {
    /** What they look like. */
    public static final Schema SCHEMA = Schema.listOf(Schema.named(
            "Link",
            Links.class,
            () -> Schema.object().field("rel", Schema.string()).field("href", Schema.string("uri"))));

    private Links() {}

    /** Returns the part {@code [{"rel": ..., "href": ...}]}. */
    public static <T> Part<T> of(String rel, String path, Function<T, ?> key) {
        Part<T> part = (page, rendering) -> {
            String start = rendering.baseUrl() + path + "/";
            return (row, out) -> {
                out.writeStartArray();
                out.writeStartObject();
                out.writeStringProperty("rel", rel);
                out.writeStringProperty("href", start + key.apply(row));
                out.writeEndObject();
                out.writeEndArray();
            };
        };
        return part.as(SCHEMA);
    }
}
