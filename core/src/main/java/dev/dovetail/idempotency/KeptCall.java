package dev.dovetail.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * States that a call was made.
 *
 * @param id names the call: whoever repeats it gives the same
 * @param fingerprint of what was asked, to tell a repetition from another call under the same name
 * @param expiresAt until when the call is kept
 * @param answer what was answered, as text; null until it is
 * @since 0.1
 */
public record KeptCall(
        String id,
        String fingerprint,
        Instant expiresAt,
        @Nullable String answer) {

    /** Returns this call with its answer. */
    public KeptCall answered(String text) {
        return new KeptCall(id, fingerprint, expiresAt, text);
    }
}
