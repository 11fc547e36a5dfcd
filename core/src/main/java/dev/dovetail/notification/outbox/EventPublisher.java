package dev.dovetail.notification.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers events to one target outside of the application, such as a message bus. Called by one thread at a time.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EventPublisher extends AutoCloseable {

    /**
     * Delivers events, no two of them about the same subject, so that they may go out in any order or at once; where
     * {@link #allOrNone} says so, several about one. Must end within half of the relay's lease, as {@link #most} may
     * see to; the same event may come twice, with the same id.
     *
     * @return what has become of each, in the same order
     * @throws Exception if the target is away: nothing was delivered, and it is left alone for a while
     */
    List<Outcome> publish(List<OutboxEntry> events) throws Exception;

    /** Returns the most events handed over at once; no limit unless overridden. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /**
     * Returns whether this delivers all that it is handed or nothing. It is then handed events about the same subject
     * as well, all in the order in which they were recorded. No unless overridden.
     */
    default boolean allOrNone() {
        return false;
    }

    /** Closes what the publisher has opened; the relay calls this when it is closed. */
    @Override
    default void close() {}

    /**
     * Tells what has become of an event.
     *
     * @param error why it is not delivered; null when it is
     * @param away whether that says nothing about the event: the target is away, or went away meanwhile
     */
    record Outcome(@Nullable String error, boolean away) {
        /** Tells that the target has taken the event. */
        public static final Outcome DONE = new Outcome(null, false);

        /** Tells that the target refuses the event; after some tries it is set aside. */
        public static Outcome refused(String error) {
            return new Outcome(error, false);
        }

        /** Tells that the target is away: the event waits until it is back, and this does not count as a try. */
        public static Outcome away(String error) {
            return new Outcome(error, true);
        }
    }
}
