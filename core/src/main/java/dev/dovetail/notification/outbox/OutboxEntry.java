package dev.dovetail.notification.outbox;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds one recorded event or command.
 *
 * @param id drops repeats by: the same entry handed over twice has the same id
 * @param unit the unit of work that recorded it
 * @param kind event or command
 * @param name the event's name, or the command's action
 * @param subject the object concerned, {@code Voicemail/12}, which the order is kept for; a command's target
 * @param headers the event's headers, or the command's parameters
 * @param data the event's data: the object itself, or {@link Encoded} when it comes from a store that serialises
 * @param recordedAt when it was recorded
 * @param actor who caused it, if known
 * @param traceId the trace of the request that caused it, if any
 * @param attempts how often it has been put off: it, or another for the same target, could not be delivered
 * @since 0.1
 */
public record OutboxEntry(
        UUID id,
        UUID unit,
        Kind kind,
        String name,
        String subject,
        Map<String, Object> headers,
        @Nullable Object data,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String traceId,
        int attempts) {

    /** Tells an event from a command. */
    public enum Kind {
        EVENT,
        COMMAND
    }

    /**
     * Holds data as the codec wrote it.
     *
     * @param text the data as text, JSON with the codec that ships
     * @param codec reads it
     */
    public record Encoded(String text, EventCodec codec) {}

    /** Returns whether this is an event of a type. */
    public boolean is(EventType<?> type) {
        return kind == Kind.EVENT && name.equals(type.name());
    }

    /**
     * Returns the data of an event.
     *
     * @throws ClassCastException if the event is of another type
     * @throws NullPointerException if the event has no data
     */
    public <D extends @Nullable Object> D data(EventType<D> type) {
        return data instanceof Encoded encoded
                ? encoded.codec().decode(encoded.text(), type.data())
                : java.util.Objects.requireNonNull(type.data().cast(data), "data");
    }

    /** Returns this entry as it is after it has been put off once more. */
    public OutboxEntry putOff() {
        return new OutboxEntry(id, unit, kind, name, subject, headers, data, recordedAt, actor, traceId, attempts + 1);
    }

    /** Returns the command that this entry holds. */
    public Command toCommand() {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        headers.forEach((key, value) -> parameters.put(key, value.toString()));
        return new Command(subject, name, parameters);
    }
}
