package dev.dovetail.resource;

import com.google.common.primitives.Primitives;
import java.util.Objects;

/**
 * Declares that a column holds the key of an object of another resource. Immutable and thread-safe.
 *
 * @param column the column that refers; null refers to nothing
 * @param target the resource referred to
 * @param onDelete what happens to referring objects when the one referred to is deleted
 * @param <T> the model that refers
 * @param <K> the type of the key
 * @since 0.1
 */
public record Reference<T, K>(Column<T, K> column, Resource<?, K> target, ReferentialAction onDelete) {

    /**
     * Checks that the column can refer so.
     *
     * @throws IllegalArgumentException if the column is of another type than the key, or can never be null and is to be
     *     set so
     */
    public Reference {
        Objects.requireNonNull(onDelete, "onDelete");
        Class<?> key = Primitives.wrap(target.key().type());
        if (!Primitives.wrap(column.type()).equals(key)) {
            throw new IllegalArgumentException(
                    "reference " + column + ": " + column.type().getSimpleName() + " (expected: " + key.getSimpleName()
                            + ", as the key of " + target + ")");
        }
        if (onDelete == ReferentialAction.SET_NULL && !column.nullable()) {
            throw new IllegalArgumentException(
                    "reference " + column + ": is never null (expected: @Nullable, since SET_NULL makes it so)");
        }
    }
}
