package dev.dovetail.dao.file;

import dev.dovetail.json.JacksonCodec;
import dev.dovetail.json.JsonFault;
import dev.dovetail.json.JsonLayout;
import dev.dovetail.json.JsonPart;
import dev.dovetail.resource.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes records as JSON objects, one column a line, nulls left out, and reads them. Thread-safe. */
final class RowFormat<T extends Record> {
    private static final int INDENT = 6;

    private final RowShape<T> shape;
    private final JacksonCodec codec;

    RowFormat(RowShape<T> shape, JacksonCodec codec) {
        this.shape = shape;
        this.codec = codec;
    }

    /**
     * Returns a row as it stands in a file, within an array within an object.
     *
     * @throws IllegalArgumentException if it could not be read from there again
     */
    String write(T row) {
        String line = "\n" + " ".repeat(INDENT);
        return "{" + line + String.join("," + line, members(row)) + "\n    }";
    }

    /**
     * Returns the members of the object that stands for a row.
     *
     * @throws IllegalArgumentException if they could not be read again
     */
    List<String> members(T row) {
        List<String> members = new ArrayList<>();
        for (Column<T, ?> column : shape.columns()) {
            Object value = column.get(row);
            if (value != null) {
                String json = codec.encode(value);
                codec.decode(json, column.genericType());
                members.add(JsonLayout.quoted(column.name()) + ": " + JsonLayout.of(json, INDENT));
            } else if (!column.nullable()) {
                throw new IllegalArgumentException(
                        shape.name() + ": column " + column.name() + ": null (expected: a value)");
            }
        }
        return members;
    }

    /** Returns the row that an object stands for; null, and faults, if it is none. */
    @Nullable
    T read(JsonPart object, FileFaults.In faults) {
        if (!object.isObject()) {
            faults.at(object, "not an object (expected: a " + shape.name() + ", {...})");
            return null;
        }
        return read(object, object.members(), faults);
    }

    /** Returns the row that some members of an object stand for; null, and faults, if it is none. */
    @Nullable
    T read(JsonPart object, Map<String, JsonPart> given, FileFaults.In faults) {
        boolean readable = knowsAll(given, faults);
        @Nullable Object[] values = new Object[shape.columns().size()];
        for (Column<T, ?> column : shape.columns()) {
            JsonPart part = given.get(column.name());
            try {
                values[column.index()] = part == null ? shape.absent().apply(column) : value(column, part);
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

    private boolean knowsAll(Map<String, JsonPart> given, FileFaults.In faults) {
        List<String> columns = shape.columns().stream().map(Column::name).toList();
        boolean known = true;
        for (Map.Entry<String, JsonPart> member : given.entrySet()) {
            if (!columns.contains(member.getKey())) {
                String expected = columns.isEmpty() ? "none" : "one of " + String.join(", ", columns);
                faults.at(member.getValue(), "unknown column " + member.getKey() + " (expected: " + expected + ")");
                known = false;
            }
        }
        return known;
    }

    private @Nullable Object value(Column<T, ?> column, JsonPart part) {
        return part.isNull() ? null : codec.decode(part, column.genericType());
    }

    private @Nullable T construct(@Nullable Object[] values, JsonPart object, FileFaults.In faults) {
        try {
            return shape.construct().apply(values);
        } catch (RuntimeException e) {
            faults.at(object, "no " + shape.name() + " can be made of this: " + e.getMessage());
            return null;
        }
    }
}
