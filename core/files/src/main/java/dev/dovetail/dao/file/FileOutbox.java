package dev.dovetail.dao.file;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.notification.outbox.Claim;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps in files what an outbox in memory holds. Thread-safe. */
final class FileOutbox implements Outbox {
    private final Outbox memory;
    private final CommitLog log;
    private final EventCodec codec;
    private final Map<KeptEntry.Key, String> owners = new ConcurrentHashMap<>();

    FileOutbox(Outbox memory, CommitLog log, EventCodec codec) {
        this.memory = memory;
        this.log = log;
        this.codec = codec;
    }

    @Override
    public void record(List<OutboxEntry> entries) {
        memory.record(entries.stream().map(this::encoded).toList());
    }

    private OutboxEntry encoded(OutboxEntry entry) {
        return new OutboxEntry(
                entry.id(),
                entry.unit(),
                entry.kind(),
                entry.name(),
                entry.subject(),
                entry.tenant(),
                entry.headers(),
                encoded(entry.data()),
                entry.recordedAt(),
                entry.actor(),
                entry.traceId(),
                entry.attempts(),
                entry.target());
    }

    private @Nullable Object encoded(@Nullable Object data) {
        return data == null || data instanceof OutboxEntry.Encoded
                ? data
                : new OutboxEntry.Encoded(codec.encode(data), codec);
    }

    @Override
    public boolean process(Claim claim, Handler handler) {
        return memory.process(claim, entries -> {
            entries.forEach(entry -> owners.put(KeptEntry.Key.of(entry), claim.owner()));
            try {
                List<Result> results = handler.handle(entries);
                settle(entries, results, claim.owner());
                return results;
            } finally {
                entries.forEach(entry -> owners.remove(KeptEntry.Key.of(entry), claim.owner()));
            }
        });
    }

    /**
     * As in memory: what is delivered is delivered, but a failure only counts while nobody else has claimed the entry.
     */
    private void settle(List<OutboxEntry> entries, List<Result> results, String owner) {
        Map<OutboxEntry, Result> counted = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (results.get(i).done() || owner.equals(owners.get(KeptEntry.Key.of(entries.get(i))))) {
                counted.put(entries.get(i), results.get(i));
            }
        }
        try {
            log.settle(counted);
        } catch (IOException | IllegalStateException e) {
            throw Errors.technical(
                    ErrorKind.STORE_UNAVAILABLE,
                    "what was delivered could not be written down, so it will be delivered again: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public Backlog backlog() {
        return memory.backlog();
    }

    @Override
    public List<Failed> failed(int limit) {
        return memory.failed(limit);
    }

    @Override
    public boolean retry(UUID id) {
        return resolve(id, true) && memory.retry(id);
    }

    @Override
    public boolean drop(UUID id) {
        return resolve(id, false) && memory.drop(id);
    }

    private boolean resolve(UUID id, boolean again) {
        try {
            log.resolve(id, again);
            return true;
        } catch (IOException | IllegalStateException e) {
            throw Errors.technical(
                    ErrorKind.STORE_UNAVAILABLE, "entry " + id + " could not be written down: " + e.getMessage(), e);
        }
    }
}
