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

/** Holds an entry of the outbox as a file keeps it: its data as the codec has written it. */
record KeptEntry(
        UUID id,
        UUID unit,
        OutboxEntry.Kind kind,
        String name,
        String subject,
        Map<String, Object> headers,
        @Nullable String data,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String traceId,
        int attempts,
        @Nullable Instant due,
        @Nullable String error) {

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
                entry.headers(),
                entry.data() instanceof OutboxEntry.Encoded encoded ? encoded.text() : null,
                entry.recordedAt(),
                entry.actor(),
                entry.traceId(),
                entry.attempts(),
                null,
                null);
    }

    /** Returns the entry after it has been tried in vain. */
    KeptEntry failed(Outbox.Result result) {
        return new KeptEntry(
                id,
                unit,
                kind,
                name,
                subject,
                headers,
                data,
                recordedAt,
                actor,
                traceId,
                attempts + 1,
                result.again(),
                result.error());
    }

    OutboxEntry toEntry(EventCodec codec) {
        return new OutboxEntry(
                id,
                unit,
                kind,
                name,
                subject,
                new LinkedHashMap<>(headers),
                data == null ? null : new OutboxEntry.Encoded(data, codec),
                recordedAt,
                actor,
                traceId,
                attempts);
    }
}
