package dev.dovetail.http.json;

import dev.dovetail.context.Scope;
import dev.dovetail.dao.Lookup;
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
     * looked up is looked up for all of them at once; and with what other parts look up, if it is asked for here and
     * taken by the writer, see {@link Writer#of}.
     */
    Writer<T> prepare(List<T> page, Rendering rendering);

    /** Returns what the values look like, for documents of the API; any unless {@linkplain #as said}. */
    default Schema schema() {
        return Schema.any();
    }

    /** Returns this part, which is documented to look like this. */
    default Part<T> as(Schema schema) {
        Part<T> part = this;
        return new Part<>() {
            @Override
            public Writer<T> prepare(List<T> page, Rendering rendering) {
                return part.prepare(page, rendering);
            }

            @Override
            public Schema schema() {
                return schema;
            }
        };
    }

    /**
     * Writes the value of the field.
     *
     * @param <T> the model record
     */
    @FunctionalInterface
    interface Writer<T> {
        /** Writes one JSON value. */
        void write(T row, JsonGenerator out);

        /** Returns what writes as a writer does that is yet to be looked up. */
        static <T> Writer<T> of(Lookup<Writer<T>> writer) {
            return (row, out) -> writer.get().write(row, out);
        }
    }

    /** Returns this part with whatever it embeds looked up in all tenants. */
    default Part<T> unscoped() {
        Part<T> everywhere = (page, rendering) -> prepare(
                page,
                new Rendering(
                        rendering.call().in(Scope.all()),
                        rendering.baseUrl(),
                        rendering.lookups(),
                        rendering.rights()));
        return everywhere.as(schema());
    }

    /** Returns the part that is always null. */
    static <T> Part<T> nothing() {
        Part<T> part = (page, rendering) -> (row, out) -> out.writeNull();
        return part.as(Schema.nothing());
    }

    /** Returns the part that is always an empty list. */
    static <T> Part<T> emptyList() {
        Part<T> part = (page, rendering) -> (row, out) -> {
            out.writeStartArray();
            out.writeEndArray();
        };
        return part.as(Schema.listOf(Schema.any()));
    }
}
