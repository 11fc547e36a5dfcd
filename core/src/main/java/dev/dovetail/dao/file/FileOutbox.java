package dev.dovetail.dao.file;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps in files what an outbox in memory holds. Thread-safe. */
final class FileOutbox implements Outbox {
    private final Outbox memory;
    private final CommitLog log;
    private final EventCodec codec;

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
                entry.headers(),
                encoded(entry.data()),
                entry.recordedAt(),
                entry.actor(),
                entry.traceId(),
                entry.attempts());
    }

    private @Nullable Object encoded(@Nullable Object data) {
        return data == null || data instanceof OutboxEntry.Encoded
                ? data
                : new OutboxEntry.Encoded(codec.encode(data), codec);
    }

    @Override
    public boolean process(int limit, Handler handler) {
        return memory.process(limit, entries -> {
            List<Result> results = handler.handle(entries);
            settle(entries, results);
            return results;
        });
    }

    private void settle(List<OutboxEntry> entries, List<Result> results) {
        try {
            log.settle(entries, results);
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
}
