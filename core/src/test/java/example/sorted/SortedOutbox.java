package example.sorted;

import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Keeps what is committed and not delivered, in the order of the commits. One caller at a time is handed entries. */
final class SortedOutbox implements Outbox {
    private record Waiting(OutboxEntry entry, Instant due, String error) {
        boolean isDue(Instant now) {
            return !due.isAfter(now);
        }

        Waiting again(Result result) {
            return new Waiting(entry.putOff(), result.again(), result.error());
        }
    }

    private final SortedStore store;
    private final Clock clock;
    private final Object handling = new Object();
    private final Map<UUID, Waiting> waiting = new LinkedHashMap<>(); // guarded by itself

    SortedOutbox(SortedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void record(List<OutboxEntry> entries) {
        store.unit().recorded.addAll(entries);
    }

    void add(List<OutboxEntry> committed) {
        synchronized (waiting) {
            committed.forEach(entry -> waiting.put(entry.id(), new Waiting(entry, Instant.MIN, null)));
        }
    }

    private List<Waiting> waiting() {
        synchronized (waiting) {
            return List.copyOf(waiting.values());
        }
    }

    @Override
    public boolean process(int limit, Handler handler) {
        synchronized (handling) {
            Instant now = clock.instant();
            List<Waiting> due = waiting().stream()
                    .filter(one -> one.isDue(now))
                    .limit(limit)
                    .toList();
            if (due.isEmpty()) {
                return false;
            }
            List<Result> results =
                    handler.handle(due.stream().map(Waiting::entry).toList());
            synchronized (waiting) {
                for (int i = 0; i < due.size(); i++) {
                    Waiting one = due.get(i);
                    Result result = results.get(i);
                    waiting.computeIfPresent(one.entry().id(), (id, was) -> result.done() ? null : one.again(result));
                }
            }
            return true;
        }
    }

    @Override
    public Backlog backlog() {
        List<Waiting> all = waiting();
        List<String> errors =
                all.stream().map(Waiting::error).filter(Objects::nonNull).toList();
        return new Backlog(
                all.size(),
                errors.size(),
                all.isEmpty() ? null : all.get(0).entry().recordedAt(),
                errors.isEmpty() ? null : errors.get(errors.size() - 1));
    }
}
