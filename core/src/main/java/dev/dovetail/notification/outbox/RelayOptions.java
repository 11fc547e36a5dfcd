package dev.dovetail.notification.outbox;

import java.time.Duration;
import java.util.UUID;

/**
 * Says how a relay works. Immutable.
 *
 * @param node the name of this node, which no other that runs may have; what a node of this name had claimed when it
 *     crashed, it delivers at once when it is back. Random in {@link #standard()}: others then take it over when the
 *     lease has run out
 * @param batch the most entries claimed at once, for a target
 * @param lease how long they are claimed
 * @param attempts how often an event that its target refuses is tried before it is set aside
 * @param backoff the pauses between tries
 * @param poll how often the outbox is looked at when nothing wakes the relay
 * @since 0.1
 */
public record RelayOptions(String node, int batch, Duration lease, int attempts, Backoff backoff, Duration poll) {
    private static final int BATCH = 200;
    private static final int ATTEMPTS = 10;
    private static final double JITTER = 0.2;

    public RelayOptions {
        if (batch < 1 || attempts < 1) {
            throw new IllegalArgumentException("batch, attempts: " + batch + ", " + attempts + " (expected: >= 1)");
        }
    }

    /** Returns batches of 200, leases of 30 s, 10 attempts, pauses from 1 s to 5 minutes, a look once a second. */
    public static RelayOptions standard() {
        return new RelayOptions(
                UUID.randomUUID().toString(),
                BATCH,
                Claim.LEASE,
                ATTEMPTS,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), JITTER),
                Duration.ofSeconds(1));
    }

    /** Returns these with another name of the node. */
    public RelayOptions node(String other) {
        return new RelayOptions(other, batch, lease, attempts, backoff, poll);
    }

    /** Returns these with other batches. */
    public RelayOptions batch(int other) {
        return new RelayOptions(node, other, lease, attempts, backoff, poll);
    }

    /** Returns these with another lease. */
    public RelayOptions lease(Duration other) {
        return new RelayOptions(node, batch, other, attempts, backoff, poll);
    }

    /** Returns these with another number of attempts. */
    public RelayOptions attempts(int other) {
        return new RelayOptions(node, batch, lease, other, backoff, poll);
    }

    /** Returns these with other pauses. */
    public RelayOptions backoff(Backoff other) {
        return new RelayOptions(node, batch, lease, attempts, other, poll);
    }

    /** Returns these with another interval between looks. */
    public RelayOptions poll(Duration other) {
        return new RelayOptions(node, batch, lease, attempts, backoff, other);
    }
}
