package dev.dovetail.dao;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.value.StoredValues;
import org.jspecify.annotations.Nullable;

/**
 * Compares values as every store does, whatever database it is over. Thread-safe.
 *
 * @since 0.1
 */
public final class Values {
    private Values() {}

    /** Returns whether {@link #fitted} may change rows of a resource. */
    public static boolean areFitted(Resource<?, ?> resource) {
        return resource.columns().stream().anyMatch(column -> StoredValues.isFitted(column.type()));
    }

    /** Returns a row with what every store keeps of its values. */
    public static <T extends Record> T fitted(Resource<T, ?> resource, T row) {
        @Nullable Object[] values = resource.values(row);
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                values[i] = StoredValues.fitted(value);
                changed |= !value.equals(values[i]);
            }
        }
        return changed ? resource.construct(values) : row;
    }

    /**
     * Compares two values of one column: nulls largest, texts by their code points, false before true, enums and UUIDs
     * as the text that {@link Column#text} makes of them, all else by its natural order.
     *
     * @return negative, zero or positive, as of {@link Comparable#compareTo}
     */
    @SuppressWarnings("unchecked")
    public static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        if (one instanceof String text && other instanceof String otherText) {
            return compareTexts(text, otherText);
        }
        if (one instanceof Comparable && !(one instanceof Enum) && !(one instanceof java.util.UUID)) {
            return ((Comparable<Object>) one).compareTo(other);
        }
        return Column.text(one).compareTo(Column.text(other));
    }

    /** {@link String#compareTo} puts what is beyond U+FFFF, two code units each, before U+E000. */
    private static int compareTexts(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? a - b
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return one.length() - other.length();
    }
}
