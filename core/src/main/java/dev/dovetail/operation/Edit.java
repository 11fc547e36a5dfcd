package dev.dovetail.operation;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * States the columns that an edit gives, with their new values; a column that is not given keeps its value.
 *
 * <p>Absent is not null: a null given for a nullable column clears it. Immutable and thread-safe; {@link #set} returns
 * a new edit.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Edit<T extends Record> {
    private final Resource<T, ?> resource;
    private final Map<Column<T, ?>, @Nullable Object> given; // not changed, shown by unmodifiable views only
    private final @Nullable Object version;

    private Edit(Resource<T, ?> resource, Map<Column<T, ?>, @Nullable Object> given, @Nullable Object version) {
        this.resource = resource;
        this.given = given;
        this.version = version;
    }

    /** Returns an edit that gives nothing. */
    public static <T extends Record> Edit<T> of(Resource<T, ?> resource) {
        return new Edit<>(resource, Map.of(), null);
    }

    /** Returns an edit that gives these columns; the values must fit their types. */
    public static <T extends Record> Edit<T> of(
            Resource<T, ?> resource, Map<Column<T, ?>, ? extends @Nullable Object> given) {
        return new Edit<>(resource, new LinkedHashMap<>(given), null);
    }

    /** Returns an edit that gives every column but the key, and expects the version that the record has. */
    public static <T extends Record> Edit<T> whole(Resource<T, ?> resource, T row) {
        Map<Column<T, ?>, @Nullable Object> all = new LinkedHashMap<>();
        for (Column<T, ?> column : resource.columns()) {
            if (column != resource.key() && column != resource.version().orElse(null)) {
                all.put(column, column.get(row));
            }
        }
        Object version = resource.version()
                .<@Nullable Object>map(column -> column.get(row))
                .orElse(null);
        return new Edit<>(resource, all, version);
    }

    /** Returns this edit with one more column given. */
    public <V> Edit<T> set(Column<T, V> column, @Nullable V value) {
        Map<Column<T, ?>, @Nullable Object> more = new LinkedHashMap<>(given);
        more.put(column, value);
        return new Edit<>(resource, more, version);
    }

    /**
     * Returns this edit bound to a version: it is refused as stale if the stored object has another one.
     *
     * @throws IllegalArgumentException if the resource has no version
     */
    public Edit<T> expecting(Number expected) {
        if (resource.version().isEmpty()) {
            throw new IllegalArgumentException(
                    resource + ": has no version to expect; declare it by Resource.Builder.version");
        }
        return new Edit<>(resource, given, expected);
    }

    /** Returns the columns given. */
    public Set<Column<T, ?>> given() {
        return Collections.unmodifiableSet(given.keySet());
    }

    /** Returns whether a column is given. */
    public boolean gives(Column<T, ?> column) {
        return given.containsKey(column);
    }

    /** Returns the value given for a column; null if it is not given or given as null. */
    @SuppressWarnings("unchecked")
    public <V> @Nullable V value(Column<T, V> column) {
        return (V) given.get(column);
    }

    /** Returns the version that the edit was made from; null for any. */
    public @Nullable Object expected() {
        return version;
    }

    /**
     * Returns a record with the given columns changed.
     *
     * @throws dev.dovetail.error.DovetailException if the record's constructor refuses them
     */
    public T applyTo(T row) {
        @Nullable Object[] values = resource.values(row);
        given.forEach((column, value) -> values[column.index()] = value);
        return resource.make(values);
    }
}
