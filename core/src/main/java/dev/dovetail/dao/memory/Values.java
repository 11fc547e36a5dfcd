package dev.dovetail.dao.memory;

import dev.dovetail.resource.Column;
import org.jspecify.annotations.Nullable;

/** Compares values as the SQL stores do: nulls largest, booleans false first, enums and UUIDs as text. */
final class Values {
    private Values() {}

    @SuppressWarnings("unchecked")
    static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        if (one instanceof Comparable && !(one instanceof Enum) && !(one instanceof java.util.UUID)) {
            return ((Comparable<Object>) one).compareTo(other);
        }
        return Column.text(one).compareTo(Column.text(other));
    }
}
