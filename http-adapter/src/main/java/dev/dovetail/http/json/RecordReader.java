package dev.dovetail.http.json;

import dev.dovetail.error.Errors;
import dev.dovetail.resource.RecordType;
import java.lang.reflect.InaccessibleObjectException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a nested record. A component that is absent must be nullable or have a default: the value it has in what the
 * record's static method {@code defaults()} returns, if there is one. Faults leave their component null, so that the
 * constraints of the others can still be checked.
 */
final class RecordReader {
    private final RecordType<?> type;
    private final @Nullable Object defaults;

    private RecordReader(RecordType<?> type, @Nullable Object defaults) {
        this.type = type;
        this.defaults = defaults;
    }

    static RecordReader of(Class<?> type) {
        return new RecordReader(RecordType.of(type), defaults(type));
    }

    private static @Nullable Object defaults(Class<?> type) {
        try {
            var method = type.getDeclaredMethod("defaults");
            method.setAccessible(true);
            return method.invoke(null);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalArgumentException("defaults() of " + type.getName() + " cannot be called", e);
        }
    }

    @Nullable
    Object read(JsonNode node, Reading to) {
        if (!node.isObject()) {
            return to.wrongType("object");
        }
        List<RecordType.Component> components = type.components();
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(node, components.get(i), to.field(components.get(i).name()));
        }
        return type.construct(values);
    }

    private @Nullable Object read(JsonNode node, RecordType.Component component, Reading at) {
        JsonNode value = node.get(at.naming().json(component.name()));
        if (value == null) {
            Object absent = defaults == null ? null : component.get(defaults);
            return absent != null || component.nullable()
                    ? absent
                    : at.report(Errors.required(at.resource(), at.path()));
        } else if (value.isNull()) {
            return component.nullable() ? null : at.report(Errors.nullValue(at.resource(), at.path()));
        }
        return at.read(value, component.genericType());
    }
}
