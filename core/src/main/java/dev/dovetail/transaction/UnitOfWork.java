package dev.dovetail.transaction;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.notification.Announcements;
import dev.dovetail.notification.outbox.Outbox;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work whole or not at all: data, events and commands are committed together or vanish together.
 *
 * <p>Calls within a running unit on the same thread join it. A failure in a joined call dooms the unit, even if it is
 * caught: the outermost call then ends with {@link ErrorKind#UNIT_FAILED}. A unit that lost a deadlock or a
 * serialization conflict is run again, up to two times, if its transaction is its own; so work must not have effects
 * outside the store. Thread-safe; there is one per store.
 *
 * @since 0.1
 */
public final class UnitOfWork {
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_NANOS = 10_000_000;

    private final TransactionSource transactions;
    private final Outbox outbox;
    private final Runnable committed;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final ThreadLocal<@Nullable Unit> current = new ThreadLocal<>();

    /**
     * Makes units of work over a store.
     *
     * @param outbox of the same store
     * @param committed called after each commit that recorded something
     * @param ids makes the identifiers of events and units
     */
    public UnitOfWork(
            TransactionSource transactions, Outbox outbox, Runnable committed, Clock clock, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.committed = committed;
        this.clock = clock;
        this.ids = ids;
    }

    /** Returns whether a unit is running on this thread. */
    public boolean running() {
        return current.get() != null;
    }

    /** Runs work in a unit, or joins the one that is running on this thread. */
    public void run(CallContext call, Runnable work) {
        call(call, announcements -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Runs work in a unit, or joins the one that is running on this thread.
     *
     * @param work gets what takes the unit's events and commands
     * @return what the work returned
     * @throws DovetailException if the store refuses, or a joined call had failed
     */
    public <R> R call(CallContext call, Function<SubjectAnnouncements, R> work) {
        Unit running = current.get();
        if (running != null) {
            return join(running, call, work);
        }
        return retrying(transaction -> own(transaction, call, work));
    }

    /**
     * Tries work out: everything is validated and executed, then rolled back, and nothing is sent.
     *
     * <p>Keys that the store has generated for it are not given again. Work that a commit would still have refused is
     * refused.
     *
     * @return what the work returned, and the events and commands that it would have sent
     * @throws IllegalStateException if a unit or a transaction of the application is running on this thread, which
     *     would be rolled back with it
     * @throws DovetailException if the work would have failed
     */
    public <R> DryRun<R> dryRun(CallContext call, Supplier<R> work) {
        if (running()) {
            throw dryRunWithin("a unit of work");
        }
        return retrying(transaction -> {
            if (transaction.joined()) {
                transaction.commit(); // which leaves theirs as it is
                throw dryRunWithin("a transaction of the application");
            }
            try {
                Unit unit = new Unit(call, ids, clock, writer -> {}); // nothing may be committed
                R result = within(unit, announcements -> work.get());
                transaction.check();
                return new DryRun<>(result, unit.entries());
            } finally {
                transaction.rollback();
            }
        });
    }

    private static IllegalStateException dryRunWithin(String what) {
        return new IllegalStateException(what + " is running on this thread; a dry run needs one of its own");
    }

    /** Runs something in a transaction, up to two times more if it loses a conflict and the transaction is its own. */
    private <R> R retrying(Function<Transaction, R> work) {
        for (int attempt = 1; ; attempt++) {
            Transaction transaction = transactions.begin();
            try {
                return work.apply(transaction);
            } catch (DovetailException e) {
                if (e.kind() != ErrorKind.CONFLICT || transaction.joined() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            pause(attempt);
        }
    }

    /** Lets the winner of a deadlock get on; without it the loser may take the same lock again at once. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS, PAUSE_NANOS << attempt));
    }

    private <R> R own(Transaction transaction, CallContext call, Function<SubjectAnnouncements, R> work) {
        Unit unit = new Unit(call, ids, clock, transaction::endsWith);
        boolean done = false;
        try {
            R result = within(unit, work);
            if (!unit.isEmpty()) {
                transaction.afterCommit(committed);
            }
            done = true;
            transaction.commit();
            return result;
        } finally {
            if (!done) {
                transaction.rollback();
            }
        }
    }

    /** Does work, and records what it announces, as the unit of this thread. */
    private <R> R within(Unit unit, Function<SubjectAnnouncements, R> work) {
        current.set(unit);
        try {
            R result = work.apply(unit);
            unit.refuseIfDoomed();
            unit.record(outbox);
            return result;
        } finally {
            current.set(null); // what is removed is to be made again by the next unit
        }
    }

    private static <R> R join(Unit unit, CallContext call, Function<SubjectAnnouncements, R> work) {
        CallContext outer = unit.enter(call);
        try {
            return work.apply(unit);
        } catch (RuntimeException | Error e) {
            unit.doom(e);
            throw e;
        } finally {
            unit.leave(outer);
        }
    }

    /**
     * Takes announcements about one object.
     *
     * @since 0.1
     */
    public interface SubjectAnnouncements {
        /**
         * Lets a notifier announce, as of the tenant that the call works in; its events are ordered with the others
         * about the same subject.
         */
        void about(String subject, Consumer<Announcements> notifier);

        /**
         * Lets a notifier announce; its events are ordered with the others about the same subject.
         *
         * @param tenant whose the subject is; null if it is nobody's own, so that all tenants may be told of it
         */
        void about(String subject, @Nullable Object tenant, Consumer<Announcements> notifier);
    }

    static DovetailException doomed(Throwable cause) {
        return Errors.technical(
                ErrorKind.UNIT_FAILED,
                "the unit of work was rolled back since a call within it had failed: " + cause.getMessage(),
                cause);
    }
}
