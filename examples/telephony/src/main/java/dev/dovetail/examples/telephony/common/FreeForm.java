package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Reading;
import dev.dovetail.http.json.Schema;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keeps an object of any form as its JSON text. */
public final class FreeForm {
    /** What it looks like. */
    public static final Schema SCHEMA = Schema.mapOf(Schema.any());

    private FreeForm() {}

    /** Reads an object. */
    public static @Nullable Object read(JsonNode node, Type type, Reading to) {
        return node.isObject() ? node.toString() : to.wrongType("map");
    }

    /** Returns the part that shows it, or null. */
    public static <T> Part<T> part(Function<T, @Nullable String> json) {
        Part<T> part = (page, rendering) -> (row, out) -> {
            String text = json.apply(row);
            if (text == null) {
                out.writeNull();
            } else {
                out.writeRawValue(text);
            }
        };
        return part.as(SCHEMA.orNull());
    }
}
