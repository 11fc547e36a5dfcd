package dev.dovetail.dao.file;

import dev.dovetail.json.JacksonCodec;
import dev.dovetail.json.JsonFault;
import dev.dovetail.json.JsonLayout;
import dev.dovetail.json.JsonPart;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one resource as JSON objects, one column a line, nulls left out, and reads them. Thread-safe. */
final class RowFormat<T extends Record> {
    private static final int INDENT = 6;

    private final Resource<T, ?> resource;
    private final JacksonCodec codec;

    RowFormat(Resource<T, ?> resource, JacksonCodec codec) {
        this.resource = resource;
        this.codec = codec;
    }

    /**
     * Returns a row as it stands in a file, within an array within an object.
     *
     * @throws IllegalArgumentException if it could not be read from there again
     */
    String write(T row) {
        String line = "\n" + " ".repeat(INDENT);
        StringBuilder text = new StringBuilder("{");
        for (Column<T, ?> column : resource.columns()) {
            Object value = column.get(row);
            if (value == null) {
                requireNullable(column);
                continue;
            }
            String json = codec.encode(value);
            codec.decode(json, column.genericType());
            text.append(text.length() == 1 ? line : "," + line)
                    .append(JsonLayout.quoted(column.name()))
                    .append(": ")
                    .append(JsonLayout.of(json, INDENT));
        }
        return text.append("\n    }").toString();
    }

    private void requireNullable(Column<T, ?> column) {
        if (!column.nullable()) {
            throw new IllegalArgumentException(
                    "resource " + resource.name() + ": column " + column.name() + ": null (expected: a value)");
        }
    }

    /** Returns the row that an object stands for; null, and faults, if it is none. */
    @Nullable
    T read(JsonPart object, Faults.In faults) {
        if (!object.isObject()) {
            faults.at(object, "not an object (expected: a " + resource.name() + ", {...})");
            return null;
        }
        Map<String, JsonPart> given = object.members();
        boolean readable = knowsAll(given, faults);
        @Nullable Object[] values = new Object[resource.columns().size()];
        for (Column<T, ?> column : resource.columns()) {
            JsonPart part = given.get(column.name());
            try {
                values[column.index()] = part == null ? absent(column) : value(column, part);
            } catch (JsonFault e) {
                faults.at(e, "column " + column.name() + ": ");
                readable = false;
            }
            if (values[column.index()] == null && !column.nullable() && readable) {
                faults.at(
                        part == null ? object : part,
                        "column " + column.name() + ": " + (part == null ? "missing" : "null")
                                + " (expected: a value)");
                readable = false;
            }
        }
        return readable ? construct(values, object, faults) : null;
    }

    private boolean knowsAll(Map<String, JsonPart> given, Faults.In faults) {
        boolean known = true;
        for (Map.Entry<String, JsonPart> member : given.entrySet()) {
            if (resource.column(member.getKey()).isEmpty()) {
                String columns = resource.columns().stream().map(Column::name).collect(Collectors.joining(", "));
                faults.at(
                        member.getValue(), "unknown column " + member.getKey() + " (expected: one of " + columns + ")");
                known = false;
            }
        }
        return known;
    }

    private @Nullable Object value(Column<T, ?> column, JsonPart part) {
        return part.isNull() ? null : codec.decode(part, column.genericType());
    }

    /** Returns what a column has that a person has not written: a new column is not in files that are there. */
    private @Nullable Object absent(Column<T, ?> column) {
        if (column.equals(resource.version().orElse(null))) {
            boolean isInt = column.type() == int.class || column.type() == Integer.class;
            return isInt ? (Object) 1 : (Object) 1L;
        }
        return resource.defaultValue(column);
    }

    private @Nullable T construct(@Nullable Object[] values, JsonPart object, Faults.In faults) {
        try {
            return resource.construct(values);
        } catch (RuntimeException e) {
            faults.at(object, "no " + resource.name() + " can be made of this: " + e.getMessage());
            return null;
        }
    }
}
