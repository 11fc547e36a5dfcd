package dev.dovetail.notification.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what has been recorded until it is delivered. A part of the store; must be thread-safe.
 *
 * @since 0.1
 */
public interface Outbox {

    /** Records entries within the transaction of the calling thread. */
    void record(List<OutboxEntry> entries);

    /**
     * Hands entries that are due to a handler, in the order recorded, and forgets those that it reports done.
     *
     * <p>No other caller is handed the same entries meanwhile. If the handler throws, or the process dies, all of them
     * are handed out again. Must not be called within a unit of work.
     *
     * @param limit the most entries handed out, &gt; 0
     * @return whether there were any
     */
    boolean process(int limit, Handler handler);

    /** Returns what has not been delivered: how many entries, and the commands among them that have failed. */
    Backlog backlog();

    /** Delivers entries. */
    @FunctionalInterface
    interface Handler {
        /** Returns one result per entry, in the same order. */
        List<Result> handle(List<OutboxEntry> entries);
    }

    /**
     * Reports what has become of an entry.
     *
     * @param error why it failed; null when it is done
     * @param again when to try again; null when it is done
     */
    record Result(@Nullable String error, @Nullable Instant again) {
        /** Reports an entry that is delivered. */
        public static final Result DONE = new Result(null, null);

        /** Returns whether the entry is delivered. */
        public boolean done() {
            return again == null;
        }
    }

    /**
     * Counts what has not been delivered.
     *
     * @param entries events and commands
     * @param failing those among them that have been tried in vain
     * @param oldest when the oldest was recorded; null when there is none
     * @param lastError why the most recent one failed; null when none has
     */
    record Backlog(
            long entries,
            long failing,
            @Nullable Instant oldest,
            @Nullable String lastError) {}
}
