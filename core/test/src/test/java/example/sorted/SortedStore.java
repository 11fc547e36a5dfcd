package example.sorted;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Is the simplest store that does all that a store has to: sorted maps, copied when a unit of work begins. Written as a
 * stranger would, by the public API alone, to show what it takes and to see that the contract suite can be passed so.
 */
public final class SortedStore implements Store {
    private final ReentrantLock writer = new ReentrantLock();
    private final Map<Resource<?, ?>, Dao<?, ?>> daos = new ConcurrentHashMap<>();
    private final OutboxQueue outbox;
    private volatile State committed = new State();
    private Unit open;

    public SortedStore(Clock clock) {
        this.outbox = OutboxQueue.create(clock, entries -> unit().recorded.addAll(entries));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource) {
        return (Dao<T, K>) daos.computeIfAbsent(resource, each -> new SortedDao<>(this, resource));
    }

    @Override
    public <L extends Record, LK, R extends Record, RK> AssociationDao<LK, RK> dao(
            Association<L, LK, R, RK> association) {
        return new SortedLinks<>(this, association);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Transaction begin() {
        if (writer.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction is open on this thread");
        }
        try {
            if (!writer.tryLock(10, TimeUnit.SECONDS)) {
                throw Errors.technical(ErrorKind.TIMED_OUT, "another unit of work is still writing", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Errors.technical(ErrorKind.TIMED_OUT, "interrupted", e);
        }
        open = new Unit();
        return open;
    }

    /** Returns what the calling thread sees: what its unit has made, or what is committed. */
    State state() {
        return writer.isHeldByCurrentThread() ? open.working : committed;
    }

    /** Returns the unit of work on the calling thread. */
    Unit unit() {
        if (!writer.isHeldByCurrentThread()) {
            throw new IllegalStateException("there is no unit of work on this thread to write in");
        }
        return open;
    }

    @Override
    public void close() {
        // nothing is held open
    }

    final class Unit implements Transaction {
        final State working = committed.copy();
        final List<OutboxEntry> recorded = new ArrayList<>();
        private final List<Runnable> actions = new ArrayList<>();

        @Override
        public void commit() {
            committed = working;
            outbox.add(recorded);
            writer.unlock();
            actions.forEach(Runnable::run);
        }

        @Override
        public void rollback() {
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
