package dev.dovetail.http.json;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.Accessor;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.InputValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Says how some columns of a resource look as an object of their own, nested if wanted: to show them as one part, and
 * to serve them as a sub-resource. Keep it in a constant. Immutable and thread-safe.
 *
 * <pre>{@code
 * static final Shape<User> BUSY = Shape.of(USERS).field("enabled", User::busyEnabled).field("destination", User::busyDestination);
 * static final Shape<User> FORWARDS = Shape.of(USERS).nested("busy", BUSY).nested("noanswer", NOANSWER);
 * }</pre>
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Shape<T extends Record> implements Part<T> {
    private record Field<T>(Column<T, ?> column, boolean required) {}

    private static final ValueWriters WRITERS = new ValueWriters(Naming.CAMEL_CASE);

    private final Resource<T, ?> resource;
    private final Map<String, Object> members;

    private Shape(Resource<T, ?> resource, Map<String, Object> members) {
        this.resource = resource;
        this.members = members;
    }

    /** Returns the shape without fields. */
    public static <T extends Record> Shape<T> of(Resource<T, ?> resource) {
        return new Shape<>(resource, Map.of());
    }

    private Shape<T> with(String name, Object member) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, member);
        return new Shape<>(resource, more);
    }

    /** Adds a field that a body may leave out. */
    public Shape<T> field(String name, Accessor<T, ?> column) {
        return with(name, new Field<T>(resource.column(column), false));
    }

    /** Adds a field that a body must give. */
    public Shape<T> required(String name, Accessor<T, ?> column) {
        return with(name, new Field<T>(resource.column(column), true));
    }

    /** Adds an object that a body may leave out. */
    public Shape<T> nested(String name, Shape<T> shape) {
        return with(name, shape);
    }

    @Override
    public Writer<T> prepare(List<T> page, Rendering rendering) {
        return this::write;
    }

    /** Returns what the objects look like. */
    @Override
    public Schema schema() {
        TypeSchemas schemas = new TypeSchemas(Naming.CAMEL_CASE, null);
        Schema all = Schema.object();
        for (Map.Entry<String, Object> member : members.entrySet()) {
            if (member.getValue() instanceof Field<?> field) {
                Schema value = schemas.of(field.column().annotatedType());
                all = all.field(member.getKey(), field.column().nullable() ? value.orNull() : value);
            } else {
                all = all.field(member.getKey(), ((Shape<?>) member.getValue()).schema());
            }
        }
        return all;
    }

    /** Returns what bodies are to look like. */
    public Schema bodySchema(JsonTypes types) {
        TypeSchemas schemas = new TypeSchemas(Naming.CAMEL_CASE, types);
        Schema all = Schema.object();
        for (Map.Entry<String, Object> member : members.entrySet()) {
            if (member.getValue() instanceof Field<?> field) {
                Schema given = schemas.of(field.column().annotatedType());
                Schema value = field.column().nullable() ? given.orNull() : given;
                all = field.required() ? all.field(member.getKey(), value) : all.optional(member.getKey(), value);
            } else {
                all = all.optional(member.getKey(), ((Shape<?>) member.getValue()).bodySchema(types));
            }
        }
        return all;
    }

    /** Writes the object of one row. */
    @SuppressWarnings("unchecked") // as they were added
    public void write(T row, JsonGenerator out) {
        out.writeStartObject();
        members.forEach((name, member) -> {
            out.writeName(name);
            if (member instanceof Field<?> field) {
                WRITERS.write(((Field<T>) field).column().get(row), out);
            } else {
                ((Shape<T>) member).write(row, out);
            }
        });
        out.writeEndObject();
    }

    /** Reads a body; it collects what is wrong, constraints of the columns included, and never throws. */
    public Body<T> read(JsonNode body, JsonTypes types, InputValidator<T> input) {
        Map<Column<T, ?>, @Nullable Object> given = new LinkedHashMap<>();
        Violations violations = new Violations();
        read(body, Path.whole(), new Sources<>(types, input, given, violations));
        return new Body<>(resource, given, violations.toList());
    }

    private record Sources<T extends Record>(
            JsonTypes types,
            InputValidator<T> input,
            Map<Column<T, ?>, @Nullable Object> given,
            Violations violations) {}

    @SuppressWarnings("unchecked") // as they were added
    private void read(JsonNode body, Path at, Sources<T> sources) {
        if (!body.isObject()) {
            sources.violations().add(Errors.wrongType(resource.name(), at, "object"));
            return;
        }
        members.forEach((name, member) -> {
            JsonNode node = body.get(name);
            Path path = at.field(name);
            if (member instanceof Field<?> field) {
                read((Field<T>) field, node, path, sources);
            } else if (node != null && node.isNull()) {
                sources.violations().add(Errors.nullValue(resource.name(), path));
            } else if (node != null) {
                ((Shape<T>) member).read(node, path, sources);
            }
        });
    }

    private void read(Field<T> field, @Nullable JsonNode node, Path path, Sources<T> sources) {
        Column<T, ?> column = field.column();
        if (node == null) {
            if (field.required()) {
                sources.violations().add(Errors.required(resource.name(), path));
            }
        } else if (!node.isNull()) {
            Violations found = new Violations();
            Reading reading = new Reading(sources.types(), Naming.CAMEL_CASE, resource.name(), path, found);
            Object value = reading.read(node, column.genericType());
            if (value != null) {
                sources.given().put(column, value);
                List<Path> faulty = found.toList().stream().map(Violation::path).toList();
                for (Violation violation : sources.input().check(column, value)) {
                    Path at = under(path, violation.path());
                    if (!faulty.contains(at)) {
                        found.add(violation.at(at));
                    }
                }
            }
            sources.violations().addAll(found.toList());
        } else if (column.nullable()) {
            sources.given().put(column, null);
        } else {
            sources.violations().add(Errors.nullValue(resource.name(), path));
        }
    }

    /** Returns the place within a field that a path, which begins with the column, leads to. */
    private static Path under(Path field, Path ofColumn) {
        Path at = field;
        for (Object element : ofColumn.elements().subList(1, ofColumn.elements().size())) {
            at = element instanceof Integer index ? at.index(index) : at.field(element.toString());
        }
        return at;
    }
}
