package dev.dovetail.stream;

import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds one event of a stream. Immutable and thread-safe.
 *
 * @param id of the event, whoever is told of it
 * @param number its place in the stream: the first is 1, and none is left out
 * @param name of its type
 * @param subject the object concerned, {@code Voicemail/12}
 * @param tenant whose it is, as text; null if it is nobody's own
 * @param data as the codec wrote it; null if it has none
 * @param recordedAt when it happened
 * @param traceparent what continues its trace, {@link OutboxEntry#traceparent()}; null without one
 * @since 0.1
 */
public record StreamedEvent(
        UUID id,
        long number,
        String name,
        String subject,
        @Nullable String tenant,
        @Nullable String data,
        Instant recordedAt,
        @Nullable String traceparent) {

    static StreamedEvent of(OutboxEntry entry, long number, EventCodec codec) {
        return new StreamedEvent(
                entry.id(),
                number,
                entry.name(),
                entry.subject(),
                entry.tenant(),
                entry.data() == null ? null : entry.text(codec),
                entry.recordedAt(),
                entry.traceparent().orElse(null));
    }
}
