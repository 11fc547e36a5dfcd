package dev.dovetail.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks a place in the order of a search: the values by which the row before it is sorted, and no other is.
 *
 * <p>Rows that come or go meanwhile move nothing: what follows the place is what sorts after these values. It holds
 * only for searches of the same order. Immutable and thread-safe as far as its values are.
 *
 * <p>The method is known as keyset pagination or the seek method (M. Winand, SQL Performance Explained, chapter 7).
 *
 * @param values one per column of the complete order, see {@link Keyset}; a value is null where the row's is
 * @since 0.1
 */
public record Cursor(List<@Nullable Object> values) {
    public Cursor {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
