package dev.dovetail.http.json;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows the schemas of the objects of a resource: as they are written, and as bodies are to give them. They are made
 * when they are asked for, since few applications ask, and once others are complete.
 *
 * @param builder of the representation; complete
 * @param readable the columns that bodies may give
 */
record ObjectSchemas<T extends Record>(Representation.Builder<T> builder, List<Column<T, ?>> readable) {

    private String name(String suffix) {
        return Schema.nameOf(builder.resource.name()) + suffix;
    }

    Schema written() {
        return Schema.named(name(""), List.of(builder, ""), this::fields);
    }

    /** Returns the schema of an object just created, which may show the children created along with it and more. */
    Schema created() {
        List<Child<?>> shown = builder.children.stream()
                .filter(child -> builder.parts.containsKey(child.name()))
                .toList();
        return shown.isEmpty() && builder.shownOnCreation.isEmpty()
                ? written()
                : Schema.named(name("Created"), List.of(builder, "created"), () -> withCreated(fields(), shown));
    }

    private Schema withCreated(Schema fields, List<Child<?>> shown) {
        Schema all = fields;
        for (Child<?> child : shown) {
            Schema one = other(child).createdSchema();
            Schema part =
                    Objects.requireNonNull(builder.parts.get(child.name())).schema();
            Schema either = Schema.anyOf(List.of(part, child.isList() ? Schema.listOf(one) : one));
            all = all.optional(child.name(), either.readOnly());
        }
        for (var field : builder.shownOnCreation.entrySet()) {
            all = all.optional(field.getKey(), field.getValue().readOnly());
        }
        return all;
    }

    /** Returns the schema of the objects, without a name. */
    Schema fields() {
        TypeSchemas types = new TypeSchemas(builder.naming, null);
        Resource<T, ?> resource = builder.resource;
        Schema all = Schema.object();
        for (Column<T, ?> column : resource.columns()) {
            String name = builder.naming.json(column.name());
            if (!builder.hidden.contains(column) && !builder.parts.containsKey(name)) {
                Schema value = types.of(column.annotatedType());
                Schema whole = column.nullable() ? value.orNull() : value;
                all = all.field(name, resource.readOnly().contains(column) ? whole.readOnly() : whole);
            }
        }
        for (var part : builder.parts.entrySet()) {
            all = all.field(part.getKey(), part.getValue().schema().readOnly());
        }
        return all;
    }

    Schema creation() {
        return Schema.named(name("Creation"), List.of(builder, "creation"), () -> body(true));
    }

    Schema edit() {
        return Schema.named(name("Edit"), List.of(builder, "edit"), () -> body(false));
    }

    Schema child(Child<T> child) {
        if (!child.isByKey() && !child.isCompleted()) {
            return creation();
        }
        return Schema.named(name("Child"), List.of(builder, child), () -> {
            Schema body = body(true).without("required"); // what the parent completes, or the key alone
            Column<T, ?> key = builder.resource.key();
            return child.isByKey()
                    ? body.optional(
                            builder.naming.json(key.name()),
                            new TypeSchemas(builder.naming, builder.types)
                                    .of(key.annotatedType())
                                    .orNull())
                    : body;
        });
    }

    private Schema body(boolean creating) {
        TypeSchemas types = new TypeSchemas(builder.naming, builder.types);
        Schema all = Schema.object();
        for (Column<T, ?> column : readable) {
            Schema own = builder.schemas.get(column);
            Schema given = own == null ? types.of(column.annotatedType()) : own;
            boolean orNull = column.nullable() || (creating && builder.nullMeansDefault.contains(column));
            Schema value = orNull ? given.orNull() : given;
            String name = builder.naming.json(column.name());
            if (!creating) {
                all = all.optional(name, value);
            } else if (builder.resource.required(column)) {
                all = all.field(name, value);
            } else {
                all = all.optional(name, withDefault(value, builder.resource.defaultValue(column)));
            }
        }
        for (Map.Entry<Input<?>, Schema> each : builder.inputs.entrySet()) {
            Input<?> input = each.getKey();
            if (creating || !input.creationOnly()) {
                Schema looks = each.getValue();
                all = all.optional(input.name(), input.nullable() ? looks.orNull() : looks);
            }
        }
        return creating ? withChildren(all) : all;
    }

    private static Schema withDefault(Schema schema, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return schema.with("default", value);
        } else if (value instanceof Enum<?> || value instanceof UUID) {
            return schema.with("default", Column.text(value));
        }
        return value instanceof List<?> list && list.isEmpty() ? schema.with("default", List.of()) : schema;
    }

    private Schema withChildren(Schema body) {
        Schema all = body;
        for (Child<?> child : builder.children) {
            Schema one = childSchema(child);
            Schema value = child.isList() ? Schema.listOf(one) : one;
            all = all.optional(child.name(), child.isNullable() ? value.orNull() : value);
        }
        return all;
    }

    private <C extends Record> Schema childSchema(Child<C> child) {
        return other(child).childSchema(child);
    }

    @SuppressWarnings("unchecked") // a resource's own representation
    private <C extends Record> Representation<C> other(Child<C> child) {
        return (Representation<C>) builder.others.apply(child.resource());
    }
}
