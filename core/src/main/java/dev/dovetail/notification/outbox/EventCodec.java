package dev.dovetail.notification.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Writes the data of events as text when they are recorded, and reads it for listeners. Must be thread-safe.
 *
 * @since 0.1
 */
public interface EventCodec {

    /**
     * Returns a value as text.
     *
     * @throws IllegalArgumentException if the value cannot be written; the unit of work is then undone
     */
    String encode(@Nullable Object value);

    /**
     * Returns the value that a text stands for.
     *
     * @throws IllegalArgumentException if the text does not fit the type
     */
    <D> D decode(String text, Class<D> type);
}
