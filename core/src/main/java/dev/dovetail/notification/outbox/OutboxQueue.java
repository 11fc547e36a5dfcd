package dev.dovetail.notification.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the outbox of a store that holds everything in the process: a queue of what has been committed and not yet
 * delivered, with claims, order and entries set aside as {@link Outbox} promises. The store adds to it what its
 * transactions commit. Thread-safe.
 *
 * @since 0.1
 */
public final class OutboxQueue implements Outbox {
    private final Consumer<List<OutboxEntry>> recording;
    private final Clock clock;
    private final Map<Key, Held> held = new LinkedHashMap<>(); // guarded by itself

    /** An event is held once for each of its targets. */
    private record Key(UUID id, String target) {
        static Key of(OutboxEntry entry) {
            return new Key(entry.id(), entry.target());
        }
    }

    /** The order is kept for each subject, towards each target. */
    private record Subject(String name, String target) {
        static Subject of(OutboxEntry entry) {
            return new Subject(entry.subject(), entry.target());
        }
    }

    private OutboxQueue(Clock clock, Consumer<List<OutboxEntry>> recording) {
        this.clock = clock;
        this.recording = recording;
    }

    /**
     * Returns an empty queue.
     *
     * @param clock tells which entries are due
     * @param recording takes what is recorded within a transaction; the store calls {@link #add} once that is committed
     */
    public static OutboxQueue create(Clock clock, Consumer<List<OutboxEntry>> recording) {
        return new OutboxQueue(clock, recording);
    }

    @Override
    public void record(List<OutboxEntry> entries) {
        recording.accept(entries);
    }

    /** Adds what has been committed, in the order of the commits. */
    public void add(List<OutboxEntry> committed) {
        synchronized (held) {
            for (OutboxEntry entry : committed) {
                held.put(Key.of(entry), Held.of(entry));
            }
        }
    }

    /**
     * Puts back an entry that was there when the process ended.
     *
     * @param due when it is tried again; null if it has not failed, or, with an error, is set aside
     * @param error why it has failed; null if it has not
     */
    public void restore(OutboxEntry entry, @Nullable Instant due, @Nullable String error) {
        synchronized (held) {
            held.put(Key.of(entry), new Held(entry, due == null && error == null ? Instant.MIN : due, error, null));
        }
    }

    @Override
    public boolean process(Claim claim, Handler handler) {
        List<OutboxEntry> due = claim(claim);
        if (due.isEmpty()) {
            return false;
        }
        List<Result> results;
        try {
            results = handler.handle(due);
        } catch (Throwable e) {
            settle(due, Collections.nCopies(due.size(), Result.NOT_TRIED), claim.owner());
            throw e;
        }
        settle(due, results, claim.owner());
        return true;
    }

    private List<OutboxEntry> claim(Claim claim) {
        synchronized (held) {
            Claiming claiming = new Claiming(claim);
            for (Map.Entry<Key, Held> place : held.entrySet()) {
                claiming.consider(place);
                if (claiming.due.size() == claim.limit()) {
                    break;
                }
            }
            return claiming.due;
        }
    }

    private void change(OutboxEntry entry, UnaryOperator<Held> step) {
        held.computeIfPresent(Key.of(entry), (key, one) -> step.apply(one));
    }

    private void settle(List<OutboxEntry> entries, List<Result> results, String owner) {
        synchronized (held) {
            for (int i = 0; i < entries.size(); i++) {
                Result result = results.get(i);
                if (result.done()) {
                    held.remove(Key.of(entries.get(i)));
                } else {
                    change(entries.get(i), one -> one.ownedBy(owner) ? one.settled(result) : one);
                }
            }
        }
    }

    /**
     * Goes through what is held, once, guarded by it. Most often there is an entry at most, which is new: so it makes
     * no more than that needs, and looks at the clock only when it matters.
     */
    private final class Claiming {
        private final Claim claim;
        private final List<OutboxEntry> due = new ArrayList<>();
        private Set<Subject> blocked = Set.of();
        private Set<UUID> untried = Set.of(); // units whose commands have not been tried
        private @Nullable Instant now;
        private Held.@Nullable Lease lease;

        Claiming(Claim claim) {
            this.claim = claim;
        }

        void consider(Map.Entry<Key, Held> place) {
            Held one = place.getValue();
            OutboxEntry entry = one.entry();
            boolean ready = free(entry) && (one.isNew() || one.ready(now(), claim.owner()));
            if (ready && claim.which().matches(entry)) {
                due.add(entry);
                place.setValue(one.claimed(lease()));
            } else if (!ready && !one.parked()) {
                blocked = blocked.isEmpty() ? new HashSet<>() : blocked;
                blocked.add(Subject.of(entry));
            }
        }

        private boolean free(OutboxEntry entry) {
            if (entry.kind() == OutboxEntry.Kind.COMMAND) {
                if (entry.attempts() == 0) {
                    untried = untried.isEmpty() ? new HashSet<>() : untried;
                    untried.add(entry.unit());
                }
                return true;
            }
            return !untried.contains(entry.unit()) && (blocked.isEmpty() || !blocked.contains(Subject.of(entry)));
        }

        private Instant now() {
            now = now == null ? clock.instant() : now;
            return now;
        }

        private Held.Lease lease() {
            lease = lease == null ? new Held.Lease(claim.owner(), now().plus(claim.lease())) : lease;
            return lease;
        }
    }

    @Override
    public Backlog backlog() {
        synchronized (held) {
            Instant oldest = null;
            String lastError = null;
            long failing = 0;
            long parked = 0;
            for (Held one : held.values()) {
                lastError = one.error() == null ? lastError : one.error();
                if (one.parked()) {
                    parked++;
                } else {
                    oldest = oldest == null ? one.entry().recordedAt() : oldest;
                    failing += one.error() == null ? 0 : 1;
                }
            }
            return new Backlog(held.size() - parked, failing, oldest, lastError, parked);
        }
    }

    @Override
    public List<Failed> failed(int limit) {
        synchronized (held) {
            return held.values().stream()
                    .filter(Held::failed)
                    .limit(limit)
                    .map(Held::toFailed)
                    .toList();
        }
    }

    @Override
    public boolean retry(UUID id) {
        synchronized (held) {
            List<OutboxEntry> failed = failedWith(id);
            failed.forEach(entry -> change(entry, one -> Held.of(entry.tried(0))));
            return !failed.isEmpty();
        }
    }

    @Override
    public boolean drop(UUID id) {
        synchronized (held) {
            List<OutboxEntry> failed = failedWith(id);
            failed.forEach(entry -> held.remove(Key.of(entry)));
            return !failed.isEmpty();
        }
    }

    private List<OutboxEntry> failedWith(UUID id) {
        return held.values().stream()
                .filter(one -> one.failed() && one.entry().id().equals(id))
                .map(Held::entry)
                .toList();
    }

    /** Holds an entry and what has become of it so far. */
    private record Held(
            OutboxEntry entry,
            @Nullable Instant due,
            @Nullable String error,
            @Nullable Lease lease) {
        record Lease(String owner, Instant until) {}

        static Held of(OutboxEntry entry) {
            return new Held(entry, Instant.MIN, null, null);
        }

        boolean isNew() {
            return lease == null && Instant.MIN.equals(due);
        }

        boolean ready(Instant now, String owner) {
            return due != null
                    && !due.isAfter(now)
                    && (lease == null
                            || lease.owner().equals(owner)
                            || !lease.until().isAfter(now));
        }

        boolean parked() {
            return due == null;
        }

        boolean failed() {
            return error != null;
        }

        boolean ownedBy(String owner) {
            return lease != null && lease.owner().equals(owner);
        }

        Held claimed(Lease owned) {
            return new Held(entry, due, error, owned);
        }

        Held settled(Result result) {
            return result.error() == null
                    ? new Held(entry, due, error, null)
                    : new Held(entry.tried(entry.attempts() + 1), result.again(), result.error(), null);
        }

        Failed toFailed() {
            return new Failed(entry, java.util.Objects.requireNonNull(error), due);
        }
    }
}
