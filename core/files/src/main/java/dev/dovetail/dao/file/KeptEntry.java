package dev.dovetail.dao.file;

import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.resource.Resource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds an entry of the outbox as a file keeps it: its data as the codec has written it.
 *
 * @param due when it is to be tried again; null for at once without an error, for never with one
 * @param error why it could not be delivered
 */
record KeptEntry(
        UUID id,
        UUID unit,
        OutboxEntry.Kind kind,
        String name,
        String subject,
        @Nullable String tenant,
        Map<String, Object> headers,
        @Nullable String data,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String traceId,
        int attempts,
        String target,
        @Nullable Instant due,
        @Nullable String error) {

    /** Tells entries apart: an event is there once for each of its targets. */
    record Key(UUID id, String target) {
        static Key of(OutboxEntry entry) {
            return new Key(entry.id(), entry.target());
        }
    }

    static final Resource<KeptEntry, UUID> DESCRIPTION =
            Resource.of(KeptEntry.class, KeptEntry::id).build();

    /** Returns an entry that has just been recorded; its data has been encoded. */
    static KeptEntry of(OutboxEntry entry) {
        return new KeptEntry(
                entry.id(),
                entry.unit(),
                entry.kind(),
                entry.name(),
                entry.subject(),
                entry.tenant(),
                entry.headers(),
                entry.data() instanceof OutboxEntry.Encoded encoded ? encoded.text() : null,
                entry.recordedAt(),
                entry.actor(),
                entry.traceId(),
                entry.attempts(),
                entry.target(),
                null,
                null);
    }

    Key key() {
        return new Key(id, target);
    }

    /** Returns the entry after a result that leaves it undelivered. */
    KeptEntry after(Outbox.Result result) {
        return result.error() == null ? this : tried(attempts + 1, result.again(), result.error());
    }

    /** Returns the entry as if it had never been tried. */
    KeptEntry fresh() {
        return tried(0, null, null);
    }

    private KeptEntry tried(int times, @Nullable Instant again, @Nullable String why) {
        return new KeptEntry(
                id,
                unit,
                kind,
                name,
                subject,
                tenant,
                headers,
                data,
                recordedAt,
                actor,
                traceId,
                times,
                target,
                again,
                why);
    }

    OutboxEntry toEntry(EventCodec codec) {
        return new OutboxEntry(
                id,
                unit,
                kind,
                name,
                subject,
                tenant,
                new LinkedHashMap<>(headers),
                data == null ? null : new OutboxEntry.Encoded(data, codec),
                recordedAt,
                actor,
                traceId,
                attempts,
                target);
    }
}
