package dev.dovetail.notification.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what has been recorded until it is delivered. A part of the store; must be thread-safe.
 *
 * <p>Entries are claimed for a while, handed out, and settled; nothing is locked while they are delivered. Any number
 * of nodes may share one outbox. The order per subject holds across them: an event is not handed out while an earlier
 * one of the same subject and target waits, is claimed by another node, or has failed and is to be tried again. Events
 * of a unit of work are not handed out before its commands have been tried.
 *
 * @since 0.1
 */
public interface Outbox {

    /** Records entries within the transaction of the calling thread. */
    void record(List<OutboxEntry> entries);

    /**
     * Claims entries that are due, hands them to a handler, in the order recorded, and settles them as it reports.
     *
     * <p>Until the claim runs out no other owner is handed the same entries. If the handler throws, they are due at
     * once; if the process dies, when the claim has run out, or as soon as the same owner claims again. Must not be
     * called within a unit of work, nor by two threads at a time for the same owner and target.
     *
     * @return whether there were any
     */
    boolean process(Claim claim, Handler handler);

    /**
     * Processes whatever is due, as an owner of its own.
     *
     * @param limit the most entries handed out, &gt; 0
     * @return whether there were any
     */
    default boolean process(int limit, Handler handler) {
        return process(Claim.ofAll(limit), handler);
    }

    /** Returns what has not been delivered. */
    Backlog backlog();

    /**
     * Returns entries that could not be delivered, the oldest first: those that are tried again, and those set aside.
     */
    List<Failed> failed(int limit);

    /**
     * Has an entry that could not be delivered tried again at once, as if it had never been; one that was set aside
     * comes after those that passed it.
     *
     * @return whether there is such a failed entry
     */
    boolean retry(UUID id);

    /**
     * Forgets an entry that could not be delivered; it never will be.
     *
     * @return whether there was such a failed entry
     */
    boolean drop(UUID id);

    /**
     * Calls something, on a thread of the outbox, soon after another node has recorded entries, as far as the store can
     * tell; one that cannot never calls. To be closed by the caller.
     */
    default Listening listen(Runnable woken) {
        return () -> {};
    }

    /**
     * Returns this outbox, but what is recorded is changed first: entries are left out, or addressed to others.
     *
     * @param change gets what a unit of work records, within its transaction, and returns what is recorded instead
     */
    default Outbox recording(UnaryOperator<List<OutboxEntry>> change) {
        return new ChangedOutbox(this, change);
    }

    /** Is in force until it is closed. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Delivers entries. */
    @FunctionalInterface
    interface Handler {
        /** Returns one result per entry, in the same order. */
        List<Result> handle(List<OutboxEntry> entries);
    }

    /**
     * Reports what has become of an entry: delivered (neither value), failed and to be tried again (both), set aside
     * (an error only), or not tried (a time only).
     *
     * @param error why it failed; null when it has not
     * @param again when to try again; null when it is not to be
     */
    record Result(@Nullable String error, @Nullable Instant again) {
        /** Reports an entry that is delivered. */
        public static final Result DONE = new Result(null, null);

        /** Reports an entry that was not tried, and is due as before. */
        public static final Result NOT_TRIED = new Result(null, Instant.EPOCH);

        /** Reports an entry that is not to be tried again before somebody asks for it. */
        public static Result parked(String error) {
            return new Result(error, null);
        }

        /** Returns whether the entry is delivered. */
        public boolean done() {
            return error == null && again == null;
        }

        /** Returns whether the entry is set aside. */
        public boolean isParked() {
            return error != null && again == null;
        }
    }

    /**
     * Holds an entry that could not be delivered.
     *
     * @param error why
     * @param again when it is tried again; null when it is set aside
     */
    record Failed(OutboxEntry entry, String error, @Nullable Instant again) {
        /**
         * Returns whether the entry is set aside: not tried again before somebody asks for it, and holding up nothing.
         */
        public boolean isParked() {
            return again == null;
        }
    }

    /**
     * Counts what has not been delivered.
     *
     * @param entries events, once for each target, and commands; without those set aside
     * @param failing those among them that have been tried in vain
     * @param oldest when the oldest of them was recorded; null when there is none
     * @param lastError why the most recent one failed, set aside or not; null when none has
     * @param parked those set aside
     */
    record Backlog(
            long entries,
            long failing,
            @Nullable Instant oldest,
            @Nullable String lastError,
            long parked) {

        /** Counts what has not been delivered where nothing is set aside. */
        public Backlog(long entries, long failing, @Nullable Instant oldest, @Nullable String lastError) {
            this(entries, failing, oldest, lastError, 0);
        }
    }
}
