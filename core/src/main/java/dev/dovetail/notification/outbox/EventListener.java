package dev.dovetail.notification.outbox;

import dev.dovetail.notification.EventType;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Is told of every event after its commit. Must be thread-safe. What it throws is logged; the other listeners still
 * run.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EventListener {

    /** Takes an event; the same one may come twice after a crash, with the same id. */
    void on(OutboxEntry event);

    /** Returns a listener of one type of event. */
    static <D extends @Nullable Object> EventListener of(
            EventType<D> type, BiConsumer<OutboxEntry, @Nullable D> listener) {
        return event -> {
            if (event.is(type)) {
                listener.accept(event, event.data() == null ? null : event.data(type));
            }
        };
    }
}
