package dev.dovetail.http.json;

import java.lang.reflect.Type;

/**
 * Names a field that bodies may have and that is no column: what follows the storing of the object acts on it. Keep it
 * in a constant. Immutable and thread-safe.
 *
 * @param name as in JSON
 * @param type of the value
 * @param nullable whether null may be given
 * @param creationOnly whether only bodies of creations have it; others may hold anything there
 * @param reader reads a value that is not null
 * @param schema what values that are not null look like, for documents of the API
 * @param <V> the type of the value
 * @since 0.1
 */
public record Input<V>(
        String name, Type type, boolean nullable, boolean creationOnly, ValueReader reader, Schema schema) {

    /** Makes an input whose values are not documented. */
    public Input(String name, Type type, boolean nullable, boolean creationOnly, ValueReader reader) {
        this(name, type, nullable, creationOnly, reader, Schema.any());
    }

    /** Returns an input of a plain type, read as columns of that type are. */
    public static <V> Input<V> of(String name, Class<V> type) {
        Schema plain = TypeSchemas.plain(type);
        return new Input<>(
                name,
                type,
                false,
                false,
                (node, to, reading) -> reading.read(node, to),
                plain == null ? Schema.any() : plain);
    }

    /** Returns this input with null allowed. */
    public Input<V> orNull() {
        return new Input<>(name, type, true, creationOnly, reader, schema);
    }

    /** Returns this input read from bodies of creations only. */
    public Input<V> onCreation() {
        return new Input<>(name, type, nullable, true, reader, schema);
    }

    /** Returns this input read in its own way. */
    public Input<V> reading(ValueReader reads) {
        return new Input<>(name, type, nullable, creationOnly, reads, schema);
    }

    /** Returns this input, whose values are documented to look like this. */
    public Input<V> as(Schema looks) {
        return new Input<>(name, type, nullable, creationOnly, reader, looks);
    }
}
