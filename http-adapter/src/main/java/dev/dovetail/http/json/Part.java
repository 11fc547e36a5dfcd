package dev.dovetail.http.json;

import dev.dovetail.context.Scope;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes one field that is no column: a computed one, links, embedded objects. Must be thread-safe.
 *
 * @param <T> the model record
 * @since 0.1
 */
@FunctionalInterface
public interface Part<T> {

    /**
     * Returns what writes the field's value for each of these objects. Called once per page, so that whatever has to be
     * looked up is looked up for all of them at once.
     */
    Writer<T> prepare(List<T> page, Rendering rendering);

    /**
     * Writes the value of the field.
     *
     * @param <T> the model record
     */
    @FunctionalInterface
    interface Writer<T> {
        /** Writes one JSON value. */
        void write(T row, JsonGenerator out);
    }

    /** Returns this part with whatever it embeds looked up in all tenants. */
    default Part<T> unscoped() {
        return (page, rendering) -> prepare(
                page, new Rendering(rendering.call().in(Scope.all()), rendering.baseUrl(), rendering.lookups()));
    }

    /** Returns the part that is always null. */
    static <T> Part<T> nothing() {
        return (page, rendering) -> (row, out) -> out.writeNull();
    }

    /** Returns the part that is always an empty list. */
    static <T> Part<T> emptyList() {
        return (page, rendering) -> (row, out) -> {
            out.writeStartArray();
            out.writeEndArray();
        };
    }
}
