package dev.dovetail.http.json;

import com.google.common.collect.Iterables;
import dev.dovetail.error.Errors;
import dev.dovetail.resource.RecordType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a nested record. Faults leave their component null, so that the constraints of the others are still checked.
 */
final class RecordReader {
    private final RecordType<?> type;
    private final List<String> names;

    private RecordReader(RecordType<?> type) {
        this.type = type;
        this.names = type.components().stream().map(RecordType.Component::name).toList();
    }

    static RecordReader of(Class<?> type) {
        return new RecordReader(RecordType.of(type));
    }

    int place(String component) {
        return Iterables.indexOf(type.components(), one -> one.name().equals(component));
    }

    Type componentType(int place) {
        return type.components().get(place).genericType();
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
        to.refuseUnknown(node, names);
        return to.isSound() ? construct(values, to) : faulty(values);
    }

    private @Nullable Object construct(@Nullable Object[] values, Reading to) {
        try {
            return type.construct(values);
        } catch (RuntimeException e) {
            return to.report(type.refusal(e, to.resource(), to.path()));
        }
    }

    /** Returns the record for the constraints of its sound components; null if it cannot be without the others. */
    private @Nullable Object faulty(@Nullable Object[] values) {
        try {
            return type.construct(values);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private @Nullable Object read(JsonNode node, RecordType.Component component, Reading at) {
        JsonNode value = node.get(at.naming().json(component.name()));
        boolean mayBeAbsent = component.annotations().stream().anyMatch(MayBeAbsent.class::isInstance);
        if (value == null) {
            return component.nullable() ? null : at.report(Errors.required(at.resource(), at.path()));
        } else if (value.isNull()) {
            return component.nullable() && !mayBeAbsent ? null : at.report(Errors.nullValue(at.resource(), at.path()));
        }
        return at.read(value, component.genericType());
    }
}
