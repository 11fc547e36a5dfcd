package dev.dovetail.notification.amqp;

import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Is an event as it is published.
 *
 * @param exchange where to; the empty one is the broker's default
 * @param routingKey of at most 255 bytes
 * @param headers texts, numbers and booleans
 * @param body JSON in UTF-8
 * @since 0.1
 */
public record Message(String exchange, String routingKey, Map<String, Object> headers, String body) {
    private static final int LONGEST_NAME = 255;

    /**
     * Makes a message.
     *
     * @throws IllegalArgumentException if AMQP cannot carry it
     */
    public Message {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        refuseIfLong("routing key", routingKey);
        headers.forEach((name, value) -> {
            refuseIfLong("header", name);
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException("header " + name + ": a "
                        + value.getClass().getName() + " (expected: a text, a number or a boolean)");
            }
        });
    }

    private static void refuseIfLong(String what, String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException(what + ": '" + name + "' (expected: at most 255 bytes)");
        }
    }

    /**
     * Makes messages of events. Must be thread-safe.
     *
     * <p>What it throws counts as a refusal of the event.
     */
    @FunctionalInterface
    public interface Mapping {
        /** Returns the message of an event. */
        Message of(OutboxEntry event);
    }

    /**
     * Returns the message that is routed by the event's name, with its headers, its data being the body. A header
     * {@code traceparent} continues the trace of the request that caused it (W3C Trace Context: AMQP protocol).
     *
     * @param codec writes data that the store has not written
     */
    public static Message plain(String exchange, OutboxEntry event, EventCodec codec) {
        Map<String, Object> headers = new LinkedHashMap<>(event.headers());
        event.traceparent().ifPresent(trace -> headers.putIfAbsent("traceparent", trace));
        return new Message(exchange, event.name(), headers, event.text(codec));
    }
}
