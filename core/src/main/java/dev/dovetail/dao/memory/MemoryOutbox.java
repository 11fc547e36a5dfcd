package dev.dovetail.dao.memory;

import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps what has been committed and not yet delivered. */
final class MemoryOutbox implements Outbox {
    private record Held(
            OutboxEntry entry,
            @Nullable Instant due,
            @Nullable String error) {}

    private final MemoryStore store;
    private final Clock clock;
    private final ReentrantLock processing = new ReentrantLock();
    private final Map<UUID, Held> held = new LinkedHashMap<>();

    MemoryOutbox(MemoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void record(List<OutboxEntry> entries) {
        store.record(entries);
    }

    void add(List<OutboxEntry> committed) {
        synchronized (held) {
            committed.forEach(entry -> held.put(entry.id(), new Held(entry, null, null)));
        }
    }

    @Override
    public boolean process(int limit, Handler handler) {
        processing.lock();
        try {
            List<OutboxEntry> due = due(limit);
            if (due.isEmpty()) {
                return false;
            }
            List<Result> results = handler.handle(due);
            synchronized (held) {
                for (int i = 0; i < due.size(); i++) {
                    settle(due.get(i), results.get(i));
                }
            }
            return true;
        } finally {
            processing.unlock();
        }
    }

    private List<OutboxEntry> due(int limit) {
        synchronized (held) {
            Instant now = clock.instant();
            List<OutboxEntry> due = new ArrayList<>();
            for (Held one : held.values()) {
                if (due.size() < limit && (one.due() == null || !one.due().isAfter(now))) {
                    due.add(one.entry());
                }
            }
            return due;
        }
    }

    private void settle(OutboxEntry entry, Result result) {
        if (result.done()) {
            held.remove(entry.id());
        } else {
            held.put(entry.id(), new Held(entry.putOff(), result.again(), result.error()));
        }
    }

    @Override
    public Backlog backlog() {
        synchronized (held) {
            Instant oldest = null;
            String lastError = null;
            long failing = 0;
            for (Held one : held.values()) {
                oldest = oldest == null ? one.entry().recordedAt() : oldest;
                failing += one.error() == null ? 0 : 1;
                lastError = one.error() == null ? lastError : one.error();
            }
            return new Backlog(held.size(), failing, oldest, lastError);
        }
    }
}
