package dev.dovetail.resource;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.value.StoredValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes columns whose values together may occur once; a null among them never clashes.
 *
 * <p>DAOs guard it with a constraint, the rule of the same name reports it before: both make the same violation.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Unique<T> {
    private final String resource;
    private final List<Column<T, ?>> columns;
    private final boolean ignoreCase;
    private final boolean nullable;
    private final @Nullable Column<T, ?> tenant;

    Unique(String resource, List<Column<T, ?>> columns, boolean ignoreCase, @Nullable Column<T, ?> tenant) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("unique of " + resource + ": no columns (expected: at least one)");
        }
        this.resource = resource;
        this.columns = List.copyOf(columns);
        this.nullable = columns.stream().anyMatch(Column::nullable);
        this.ignoreCase = ignoreCase;
        this.tenant = columns.size() > 1 ? tenant : null;
    }

    /** Returns the columns, in the order declared. */
    public List<Column<T, ?>> columns() {
        return columns;
    }

    /** Returns whether texts that differ only in case clash. */
    public boolean ignoreCase() {
        return ignoreCase;
    }

    /** Returns whether a value may be null, so that there may be rows with the same values. */
    public boolean nullable() {
        return nullable;
    }

    /** Returns what clashes, or null if a null among the values keeps the row from clashing. */
    public @Nullable List<Object> key(T row) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = columns.get(i).get(row);
            if (value == null) {
                return null;
            }
            values[i] = ignoreCase && value instanceof String text
                    ? text.toLowerCase(Locale.ROOT)
                    : StoredValues.comparable(value);
        }
        return List.of(values);
    }

    /** Returns the violation that a row makes whose values are taken; a tenant among them is not told. */
    public Violation violation(T row) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        for (Column<T, ?> column : columns) {
            if (column != tenant) {
                details.put(column.name(), column.get(row));
            }
        }
        return Errors.alreadyExists(resource, details);
    }

    @Override
    public String toString() {
        return resource + columns.stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
