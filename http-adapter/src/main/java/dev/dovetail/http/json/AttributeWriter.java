package dev.dovetail.http.json;

import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Column;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what a link carries as fields of an object. Immutable and thread-safe.
 *
 * @param <A> the record of attributes
 * @since 0.1
 */
public final class AttributeWriter<A extends Record> {
    private final Attributes<A> type;
    private final Map<String, Column<A, ?>> fields = new LinkedHashMap<>();
    private final ValueWriters writers;
    private final TypeSchemas schemas;

    private AttributeWriter(Attributes<A> attributes, Naming naming, Set<String> shown) {
        this.type = attributes;
        this.writers = new ValueWriters(naming);
        this.schemas = new TypeSchemas(naming, null);
        Set<String> unknown = new LinkedHashSet<>(shown);
        for (Column<A, ?> column : attributes.columns()) {
            String name = naming.json(column.name());
            if (shown.isEmpty() || unknown.remove(name)) {
                fields.put(name, column);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("attributes of " + attributes + ": unknown " + unknown);
        }
    }

    /**
     * Returns what writes some attributes.
     *
     * @param shown JSON names of the attributes to write; all if it is empty
     * @throws IllegalArgumentException if a name is none of theirs
     */
    public static <A extends Record> AttributeWriter<A> of(Attributes<A> attributes, Naming naming, Set<String> shown) {
        return new AttributeWriter<>(attributes, naming, shown);
    }

    /** Returns a schema of objects with these fields added. */
    public Schema addTo(Schema objects) {
        Schema all = objects;
        for (Map.Entry<String, Column<A, ?>> field : fields.entrySet()) {
            Schema value = schemas.of(field.getValue().annotatedType());
            all = all.field(field.getKey(), field.getValue().nullable() ? value.orNull() : value);
        }
        return all;
    }

    /** Writes the fields into the object that is open. */
    public void write(Record attributes, JsonGenerator out) {
        A carried = type.cast(attributes);
        fields.forEach((name, column) -> {
            out.writeName(name);
            writers.write(column.get(carried), out);
        });
    }
}
