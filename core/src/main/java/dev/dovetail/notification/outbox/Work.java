package dev.dovetail.notification.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Delivers what a lane claims. Used by one thread at a time. */
interface Work extends Outbox.Handler {

    /** Returns whether nothing is to be claimed now. */
    default boolean paused() {
        return false;
    }

    /** Returns why the target is away; null when it is not, or nothing is known. */
    default @Nullable String away() {
        return null;
    }

    /** Returns what tells whether there is time for one more delivery: a late one might run into another node's. */
    static Deadline deadline(Duration lease) {
        long end = System.nanoTime() + lease.toNanos() / 2;
        return () -> System.nanoTime() - end > 0;
    }

    /** Tells whether half of the lease is over. */
    @FunctionalInterface
    interface Deadline {
        boolean passed();
    }
}
