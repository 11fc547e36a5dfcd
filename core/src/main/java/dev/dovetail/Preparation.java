package dev.dovetail;

import dev.dovetail.context.CallContext;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what is computed once the input has been checked and before the rules run: names made from others, times,
 * numbers drawn.
 * Must be thread-safe.
 *
 * @param <T> the model record
 * @since 0.1
 */
@FunctionalInterface
public interface Preparation<T> {

    /**
     * Returns the object to validate and store.
     *
     * @param before the object as stored; null on creation
     * @param draft as given, or as stored with the edit applied
     */
    T prepare(CallContext call, @Nullable T before, T draft);

    /** Returns the preparation that changes nothing. */
    static <T> Preparation<T> none() {
        return (call, before, draft) -> draft;
    }
}
