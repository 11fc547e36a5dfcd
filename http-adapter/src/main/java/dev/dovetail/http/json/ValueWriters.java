package dev.dovetail.http.json;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.RecordType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** Knows how values are written as JSON: by their declared type where it says enough, else by their class. */
final class ValueWriters {
    private final Naming naming;
    private final ClassValue<ValueWriter> byClass = new ClassValue<>() {
        @Override
        protected ValueWriter computeValue(Class<?> type) {
            return of(type);
        }
    };

    ValueWriters(Naming naming) {
        this.naming = naming;
    }

    /** Returns the writer of a declared type, to be chosen once. */
    ValueWriter of(Class<?> type) {
        if (type == String.class) {
            return (value, out) -> out.writeString((String) value);
        } else if (type == int.class || type == Integer.class) {
            return (value, out) -> out.writeNumber((Integer) value);
        } else if (type == boolean.class || type == Boolean.class) {
            return (value, out) -> out.writeBoolean((Boolean) value);
        } else if (type == long.class || type == Long.class) {
            return (value, out) -> out.writeNumber((Long) value);
        } else if (type == double.class || type == Double.class) {
            return (value, out) -> out.writeNumber((Double) value);
        } else if (type == BigDecimal.class) {
            return (value, out) -> out.writeNumber((BigDecimal) value);
        } else if (type == BigInteger.class) {
            return (value, out) -> out.writeNumber((BigInteger) value);
        } else if (type.isRecord()) {
            return record(RecordType.of(type).components());
        } else if (List.class.isAssignableFrom(type)) {
            return (value, out) -> list((List<?>) value, out);
        } else if (Map.class.isAssignableFrom(type)) {
            return (value, out) -> map((Map<?, ?>) value, out);
        }
        return (value, out) -> out.writeString(Column.text(value));
    }

    /** Writes a value by its class. */
    void write(@Nullable Object value, JsonGenerator out) {
        if (value == null) {
            out.writeNull();
        } else {
            byClass.get(value.getClass()).write(value, out);
        }
    }

    private void list(List<?> values, JsonGenerator out) {
        out.writeStartArray();
        for (Object value : values) {
            write(value, out);
        }
        out.writeEndArray();
    }

    private void map(Map<?, ?> values, JsonGenerator out) {
        out.writeStartObject();
        values.forEach((key, value) -> {
            out.writeName(key.toString());
            write(value, out);
        });
        out.writeEndObject();
    }

    private ValueWriter record(List<RecordType.Component> components) {
        SerializedString[] names = components.stream()
                .map(component -> new SerializedString(naming.json(component.name())))
                .toArray(SerializedString[]::new);
        return (value, out) -> {
            out.writeStartObject();
            for (int i = 0; i < names.length; i++) {
                out.writeName(names[i]);
                write(components.get(i).get(value), out);
            }
            out.writeEndObject();
        };
    }
}
