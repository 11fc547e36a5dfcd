package dev.dovetail.notification;

import org.jspecify.annotations.Nullable;

/**
 * Names a kind of event and the type of its data. Keep it in a constant that notifier and listeners share.
 *
 * @param name as listeners and message buses know it: {@code user_created}
 * @param data the type of the data, usually a record
 * @param <D> the type of the data
 * @since 0.1
 */
public record EventType<D extends @Nullable Object>(String name, Class<D> data) {

    /** Returns the event of this type with its data. */
    public Event of(D value) {
        return new Event(name, value, java.util.Map.of());
    }
}
