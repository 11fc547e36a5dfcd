package dev.dovetail.dao;

import dev.dovetail.error.Errors;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a store assigns to a row: the generated key and the version. Thread-safe.
 *
 * @since 0.1
 */
public final class Assigned {
    private Assigned() {}

    /** Returns the key that a row of a resource with generated keys brings along; empty if it is null or 0. */
    public static <T extends Record> OptionalLong givenKey(Resource<T, ?> resource, T row) {
        Object key = resource.key().get(row);
        long number = key instanceof Number given ? given.longValue() : 0;
        return number == 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /**
     * Returns a row with a generated key.
     *
     * @throws ArithmeticException if the key is an int and the number is too large for it
     */
    public static <T extends Record> T key(Resource<T, ?> resource, T row, long key) {
        return with(resource, row, resource.key(), key);
    }

    /** Returns a row that is created with its first version; the row itself if the resource has none. */
    public static <T extends Record> T firstVersion(Resource<T, ?> resource, T row) {
        return resource.version().map(column -> with(resource, row, column, 1)).orElse(row);
    }

    /**
     * Returns a row that is updated with its next version; the row wanted if the resource has none.
     *
     * @param before the row as the caller read it
     * @param present the row as the store has it now
     * @param after the row wanted
     * @throws dev.dovetail.error.DovetailException of kind STALE_VERSION if the caller read another version
     */
    public static <T extends Record> T nextVersion(Resource<T, ?> resource, T before, T present, T after) {
        Column<T, ?> column = resource.version().orElse(null);
        if (column == null) {
            return after;
        }
        Number read = (Number) Objects.requireNonNull(column.get(before));
        Number stored = (Number) Objects.requireNonNull(column.get(present));
        if (read.longValue() != stored.longValue()) {
            throw Errors.staleVersion(resource.name(), read, stored).toException();
        }
        return with(resource, after, column, stored.longValue() + 1);
    }

    private static <T extends Record> T with(Resource<T, ?> resource, T row, Column<T, ?> column, long number) {
        @Nullable Object[] values = resource.values(row);
        boolean isInt = column.type() == int.class || column.type() == Integer.class;
        values[column.index()] = isInt ? (Object) Math.toIntExact(number) : (Object) number;
        return resource.construct(values);
    }
}
