package dev.dovetail.http.json;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Column;
import dev.dovetail.validation.AttributesValidator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a link is to carry from fields of an object; unknown fields are ignored, as in bodies of resources.
 * Immutable and thread-safe.
 *
 * @param <A> the record of attributes
 * @since 0.1
 */
public final class AttributeReader<A extends Record> {
    private final AttributesValidator<A> input;
    private final Attributes<A> attributes;
    private final JsonTypes types;
    private final Naming naming;
    private final String resource;
    private final Set<String> neverGivenAsNull;

    private AttributeReader(AttributesValidator<A> input, JsonTypes types, Naming naming) {
        this.input = input;
        this.attributes = input.attributes();
        this.types = types;
        this.naming = naming;
        this.resource = input.resource();
        this.neverGivenAsNull = Arrays.stream(attributes.model().getRecordComponents())
                .filter(component -> component.isAnnotationPresent(MayBeAbsent.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns what reads the attributes that are checked by this. */
    public static <A extends Record> AttributeReader<A> of(
            AttributesValidator<A> input, JsonTypes types, Naming naming) {
        return new AttributeReader<>(input, types, naming);
    }

    /** Returns the attributes that this reads. */
    public Attributes<A> attributes() {
        return attributes;
    }

    /** Returns a schema of objects with the attributes added, each of which may be left out. */
    public Schema addTo(Schema objects) {
        TypeSchemas schemas = new TypeSchemas(naming, types);
        Schema all = objects;
        for (Column<A, ?> column : attributes.columns()) {
            Schema value = schemas.of(column.annotatedType());
            boolean orNull = column.nullable() && !neverGivenAsNull.contains(column.name());
            all = all.optional(naming.json(column.name()), orNull ? value.orNull() : value);
        }
        return all;
    }

    /**
     * Holds what was given.
     *
     * @param <A> the record of attributes
     */
    public static final class Given<A extends Record> {
        private final Attributes<A> attributes;
        private final Map<Column<A, ?>, @Nullable Object> values;

        private Given(Attributes<A> attributes, Map<Column<A, ?>, @Nullable Object> values) {
            this.attributes = attributes;
            this.values = values;
        }

        /** Returns attributes with what was given in place of theirs. */
        public A over(A present) {
            return attributes.with(present, values);
        }
    }

    /**
     * Reads the attributes that an object gives and checks them; what is wrong is added to the violations, in the order
     * of the record.
     *
     * @param at the place of the object
     * @param defaults what stands for attributes that are not given when constraints are checked
     */
    public Given<A> read(JsonNode object, Path at, A defaults, Violations violations) {
        Map<Column<A, ?>, @Nullable Object> values = new LinkedHashMap<>();
        Map<Path, List<Violation>> faults = new LinkedHashMap<>();
        if (!object.isObject()) {
            violations.add(Errors.wrongType(resource, at, "object"));
            return new Given<>(attributes, values);
        }
        for (Column<A, ?> column : attributes.columns()) {
            Violations found = new Violations();
            read(column, object.get(naming.json(column.name())), at, values, found);
            faults.put(at.field(column.name()), new ArrayList<>(found.toList()));
        }
        Given<A> given = new Given<>(attributes, values);
        for (Violation broken : input.check(given.over(defaults), at)) {
            List<Violation> read = faults.computeIfAbsent(componentOf(broken.path(), at), path -> new ArrayList<>());
            if (read.stream().noneMatch(known -> known.path().equals(broken.path()))) {
                read.add(broken);
            }
        }
        faults.values().forEach(violations::addAll);
        return given;
    }

    /** Returns the path of the component that a fault lies in, or of the object if it lies in none. */
    private static Path componentOf(Path path, Path at) {
        int depth = at.elements().size();
        return path.elements().size() > depth
                ? at.field(path.elements().get(depth).toString())
                : at;
    }

    private void read(
            Column<A, ?> column,
            @Nullable JsonNode node,
            Path at,
            Map<Column<A, ?>, @Nullable Object> values,
            Violations found) {
        Path path = at.field(column.name());
        if (node == null) {
            return;
        }
        if (node.isNull()) {
            if (column.nullable() && !neverGivenAsNull.contains(column.name())) {
                values.put(column, null);
            } else {
                found.add(Errors.nullValue(resource, path));
            }
            return;
        }
        Object value = types.read(node, column.genericType(), resource, path, naming, found);
        if (value != null && found.isEmpty()) {
            values.put(column, value);
        }
    }
}
