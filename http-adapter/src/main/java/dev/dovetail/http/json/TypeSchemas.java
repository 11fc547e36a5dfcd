package dev.dovetail.http.json;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.RecordType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows the schemas of Java types: as they are written, or as bodies are to give them.
 *
 * @param naming how components of records are named
 * @param bodies what reads bodies; null for the schemas of what is written
 */
record TypeSchemas(Naming naming, @Nullable JsonTypes bodies) {

    /** Returns the schema of a component's values that are not null. */
    Schema of(AnnotatedType annotated) {
        Type type = annotated.getType();
        Schema known = bodies == null ? null : bodies.known(type);
        if (known != null) {
            return known;
        }
        Class<?> raw = raw(type);
        Schema schema = plain(raw);
        if (schema == null && List.class.isAssignableFrom(raw)) {
            schema = Schema.listOf(argument(annotated, 0));
        } else if (schema == null && Map.class.isAssignableFrom(raw)) {
            schema = Schema.mapOf(argument(annotated, 1));
        } else if (schema == null && raw.isRecord()) {
            return Schema.named(name(raw), List.of(raw, this), () -> record(raw));
        } else if (schema == null) {
            schema = raw == Object.class ? Schema.any() : Schema.string();
        }
        return ConstraintSchemas.add(schema, annotated);
    }

    /** Returns the schema of a plain type; null if it has parts. */
    static @Nullable Schema plain(Class<?> type) {
        if (type == String.class) {
            return Schema.string();
        } else if (type == int.class || type == Integer.class) {
            return Schema.integer().with("format", "int32");
        } else if (type == long.class || type == Long.class) {
            return Schema.integer().with("format", "int64");
        } else if (type == double.class || type == Double.class) {
            return Schema.number().with("format", "double");
        } else if (type == BigInteger.class) {
            return Schema.integer();
        } else if (type == Duration.class) {
            return Schema.string("duration");
        } else if (type == BigDecimal.class) {
            return Schema.number();
        } else if (type == boolean.class || type == Boolean.class) {
            return Schema.bool();
        } else if (type == UUID.class) {
            return Schema.string("uuid");
        } else if (type == Instant.class) {
            return Schema.string("date-time");
        } else if (type == LocalDate.class) {
            return Schema.string("date");
        } else if (type == LocalDateTime.class || type == LocalTime.class) {
            return Schema.string(); // without a zone it is no date-time, or time, of RFC 3339
        } else if (type.isEnum()) {
            return Schema.oneOf(
                    Arrays.stream(type.getEnumConstants()).map(Column::text).toList());
        }
        return null;
    }

    private Schema argument(AnnotatedType annotated, int index) {
        if (!(annotated instanceof AnnotatedParameterizedType parameterized)) {
            return Schema.any();
        }
        AnnotatedType argument = parameterized.getAnnotatedActualTypeArguments()[index];
        Schema schema = of(argument);
        return argument.isAnnotationPresent(Nullable.class) ? schema.orNull() : schema;
    }

    private Schema record(Class<?> type) {
        Schema schema = Schema.object();
        for (RecordType.Component component : RecordType.of(type).components()) {
            boolean mayBeAbsent = component.annotations().stream().anyMatch(MayBeAbsent.class::isInstance);
            Schema value = of(component.annotatedType());
            String name = naming.json(component.name());
            if (bodies == null) {
                schema = schema.field(name, component.nullable() ? value.orNull() : value);
            } else if (component.nullable()) {
                schema = schema.optional(name, mayBeAbsent ? value : value.orNull());
            } else {
                schema = schema.field(name, value);
            }
        }
        return schema;
    }

    private String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String own = outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
        return Schema.nameOf(own) + (bodies == null ? "" : "Input");
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        return type instanceof Class<?> known ? known : Object.class;
    }
}
