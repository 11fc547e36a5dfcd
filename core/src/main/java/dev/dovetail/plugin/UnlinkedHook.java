package dev.dovetail.plugin;

import dev.dovetail.operation.Change;
import java.util.List;

/**
 * Follows the deletion of an object whose links were deleted with it ({@code OnDelete.UNLINK}), in the unit of work,
 * just before the object goes. Must be thread-safe.
 *
 * @param <T> the model of the object
 * @param <K> the key of what it was linked to
 * @since 0.1
 */
@FunctionalInterface
public interface UnlinkedHook<T, K> {

    /** Follows the deletion; {@code others} is what the object was linked to. */
    void unlinked(Services services, Change<T> deletion, List<K> others);
}
