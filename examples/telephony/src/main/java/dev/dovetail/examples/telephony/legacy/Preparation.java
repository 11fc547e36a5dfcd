package dev.dovetail.examples.telephony.legacy;

import dev.dovetail.context.CallContext;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what is computed before the rules run; goes when the last folder is a value.
 *
 * @param <T> the model record
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
