package dev.dovetail.notification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Announces that something has happened. Made by {@link EventType#of}.
 *
 * @param name the name of its type
 * @param data immutable; must be something that the store's codec can write
 * @param headers what a message bus routes by; values are texts, numbers or booleans
 * @since 0.1
 */
public record Event(String name, @Nullable Object data, Map<String, Object> headers) {
    public Event {
        headers = headers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns this event with one more header. */
    public Event with(String header, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Event(name, data, more);
    }
}
