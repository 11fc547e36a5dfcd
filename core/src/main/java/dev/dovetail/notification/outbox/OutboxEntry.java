package dev.dovetail.notification.outbox;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds one recorded event or command.
 *
 * @param id drops repeats by: the same entry handed over twice has the same id
 * @param unit the unit of work that recorded it
 * @param kind event or command
 * @param name the event's name, or the command's action
 * @param subject the object concerned, {@code Voicemail/12}, which the order is kept for; a command's target
 * @param tenant whose it is, as text: of the object concerned, or, where that has none to tell, the one that the call
 *     worked in; null if it is nobody's own, and of commands
 * @param headers the event's headers, or the command's parameters
 * @param data the event's data: the object itself, or {@link Encoded} when it comes from a store that serialises
 * @param recordedAt when it was recorded
 * @param actor who caused it, if known
 * @param traceId the trace of the request that caused it, if any
 * @param attempts how often it has been tried in vain; a command also when another for the same target was
 * @param target who it is delivered to: the name of a publisher or {@link #LISTENERS}; a command's daemon
 * @since 0.1
 */
public record OutboxEntry(
        UUID id,
        UUID unit,
        Kind kind,
        String name,
        String subject,
        @Nullable String tenant,
        Map<String, Object> headers,
        @Nullable Object data,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String traceId,
        int attempts,
        String target) {

    /** The target of events for the listeners within the application. */
    public static final String LISTENERS = "listeners";

    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");

    /** Holds an event for the listeners that is no tenant's own, or a command. */
    public OutboxEntry(
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
        this(
                id,
                unit,
                kind,
                name,
                subject,
                null,
                headers,
                data,
                recordedAt,
                actor,
                traceId,
                attempts,
                kind == Kind.COMMAND ? subject : LISTENERS);
    }

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

    /** Returns this entry for another target. */
    public OutboxEntry to(String other) {
        if (other.equals(target)) {
            return this;
        }
        return new OutboxEntry(
                id, unit, kind, name, subject, tenant, headers, data, recordedAt, actor, traceId, attempts, other);
    }

    /** Returns this entry as a tenant's own, or nobody's. */
    public OutboxEntry ownedBy(@Nullable String owner) {
        return new OutboxEntry(
                id, unit, kind, name, subject, owner, headers, data, recordedAt, actor, traceId, attempts, target);
    }

    /** Returns this entry with the number of failed deliveries. */
    public OutboxEntry tried(int times) {
        return new OutboxEntry(
                id, unit, kind, name, subject, tenant, headers, data, recordedAt, actor, traceId, times, target);
    }

    /**
     * Returns what a message about this entry continues its trace by: a {@code traceparent} of the trace that caused
     * it, whose parent is this entry, so that repeats name the same one. Empty if the trace has no W3C identifier.
     *
     * <p>W3C Trace Context, section 3.2. Whether the trace is sampled is not kept: the flags say that it is not.
     */
    public Optional<String> traceparent() {
        return traceId != null && TRACE_ID.matcher(traceId).matches()
                ? Optional.of("00-" + traceId + "-" + HexFormat.of().toHexDigits(id.getLeastSignificantBits()) + "-00")
                : Optional.empty();
    }

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

    /**
     * Returns the data of an event as text, as it was recorded.
     *
     * @param codec writes data that the store has not written
     */
    public String text(EventCodec codec) {
        return data instanceof Encoded encoded ? encoded.text() : codec.encode(data);
    }

    /** Returns the command that this entry holds. */
    public Command toCommand() {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        headers.forEach((key, value) -> parameters.put(key, value.toString()));
        return new Command(subject, name, parameters);
    }
}
