package dev.dovetail.dao.memory;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Daos;
import dev.dovetail.dao.Matcher;
import dev.dovetail.dao.Store;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.notification.outbox.OutboxQueue;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in memory.
 *
 * <p>One unit of work writes at a time, the others wait; readers never wait and see what is committed. Isolation is
 * thus serializable for writers. Thread-safe.
 *
 * @since 0.1
 */
public final class MemoryStore implements Store {
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    private final ReentrantLock writer = new ReentrantLock();
    private final OutboxQueue outbox;
    private final Duration lockTimeout;
    private final Durability durability;
    private final Map<Object, Object> daos = new ConcurrentHashMap<>();
    private final Daos everything = Daos.of(this);
    private final Places places = new Places();
    private volatile Snapshot committed = Snapshot.empty(places);
    private @Nullable MemoryTransaction open;

    private MemoryStore(Clock clock, Duration lockTimeout, Function<MemoryState, Durability> durability) {
        this.outbox = OutboxQueue.create(clock, this::record);
        this.lockTimeout = lockTimeout;
        this.durability = durability.apply(new MemoryState(this));
    }

    /** Returns an empty store whose writers wait at most 10 s for each other. */
    public static MemoryStore create() {
        return create(Clock.systemUTC(), LOCK_TIMEOUT);
    }

    /**
     * Returns an empty store.
     *
     * @param clock tells when commands are due again
     * @param lockTimeout how long a writer waits for another before it ends with TIMED_OUT
     */
    public static MemoryStore create(Clock clock, Duration lockTimeout) {
        return create(clock, lockTimeout, state -> Durability.NONE);
    }

    /**
     * Returns an empty store whose commits are kept elsewhere as well.
     *
     * @param clock tells when commands are due again
     * @param lockTimeout how long a writer waits for another before it ends with TIMED_OUT
     * @param durability gets what lets it change the store; must not do so before the store has been returned
     */
    public static MemoryStore create(Clock clock, Duration lockTimeout, Function<MemoryState, Durability> durability) {
        return new MemoryStore(clock, lockTimeout, durability);
    }

    @Override
    @SuppressWarnings("unchecked") // filed under its own description
    public <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource) {
        durability.used(resource);
        return (Dao<T, K>) memoryDao(resource);
    }

    MemoryDao<?, ?> memoryDao(Resource<?, ?> resource) {
        return (MemoryDao<?, ?>) daos.computeIfAbsent(resource, key -> new MemoryDao<>(this, resource));
    }

    @Override
    public <L extends Record, LK, R extends Record, RK> AssociationDao<LK, RK> dao(
            Association<L, LK, R, RK> association) {
        durability.used(association);
        return new MemoryAssociationDao<>(this, association);
    }

    /** Returns a matcher that sees what the calling thread sees now. */
    <T extends Record> Matcher<T> matcher(Resource<T, ?> resource) {
        return Matcher.of(resource, everything);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    OutboxQueue queue() {
        return outbox;
    }

    @Override
    public Transaction begin() {
        if (writer.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction is open on this thread; join it by the unit of work");
        }
        lockWriter();
        try {
            durability.beforeUnit();
        } catch (RuntimeException | Error e) {
            writer.unlock();
            throw e;
        }
        MemoryTransaction transaction = new MemoryTransaction();
        open = transaction;
        return transaction;
    }

    private void lockWriter() {
        try {
            if (!writer.tryLock(lockTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Errors.technical(
                        ErrorKind.TIMED_OUT, "another unit of work held the store for over " + lockTimeout, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Errors.technical(ErrorKind.TIMED_OUT, "interrupted while waiting for the store", e);
        }
    }

    boolean exclusively(boolean wait, Runnable action) {
        if (wait) {
            lockWriter();
        } else if (!writer.tryLock()) {
            return false;
        }
        try {
            action.run();
            return true;
        } finally {
            writer.unlock();
        }
    }

    void changeCommitted(UnaryOperator<Snapshot> step) {
        if (!writer.isHeldByCurrentThread()) {
            throw new IllegalStateException("another unit of work may be running; change the state exclusively");
        }
        committed = step.apply(committed);
        if (open != null) {
            open.begun = step.apply(open.begun);
            open.working = step.apply(open.working);
        }
    }

    /** Returns what the calling thread sees: its own unit's state, else what is committed. */
    Snapshot state() {
        MemoryTransaction mine = mine();
        if (mine == null) {
            durability.beforeRead();
            return committed;
        }
        return mine.working;
    }

    Places places() {
        return places;
    }

    private void record(List<OutboxEntry> entries) {
        inUnit().record(entries);
    }

    MemoryTransaction inUnit() {
        MemoryTransaction mine = mine();
        if (mine == null) {
            throw new IllegalStateException("no unit of work is running on this thread; write through a service");
        }
        return mine;
    }

    private @Nullable MemoryTransaction mine() {
        return writer.isHeldByCurrentThread() ? open : null;
    }

    @Override
    public void close() {
        // nothing is held open
    }

    /** Holds the state that one unit of work is making. Bound to the thread that holds the writer's lock. */
    final class MemoryTransaction implements Transaction {
        private List<OutboxEntry> recorded = List.of();
        private final List<Runnable> actions = new ArrayList<>();
        private Snapshot begun = committed;
        private Snapshot working = begun;

        <X> X table(int place, X ifAbsent) {
            return working.table(place, ifAbsent);
        }

        void put(int place, Object table) {
            working = working.with(place, table);
        }

        private void record(List<OutboxEntry> entries) {
            if (recorded.isEmpty()) {
                recorded = List.copyOf(entries);
            } else {
                List<OutboxEntry> all = new ArrayList<>(recorded);
                all.addAll(entries);
                recorded = List.copyOf(all);
            }
        }

        @Override
        public void commit() {
            try {
                durability.commit(begun, working, recorded);
            } catch (RuntimeException | Error e) {
                end();
                throw e;
            }
            committed = working;
            outbox.add(recorded);
            end();
            actions.forEach(Runnable::run);
        }

        @Override
        public void rollback() {
            end();
        }

        private void end() {
            open = null;
            writer.unlock();
        }

        @Override
        public boolean joined() {
            return false;
        }

        @Override
        public void afterCommit(Runnable action) {
            actions.add(action);
        }
    }
}
