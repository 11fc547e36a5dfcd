package dev.dovetail.http.event;

import java.time.Duration;

/**
 * Says how a stream of events is served. Immutable.
 *
 * @param readers the most at a time; others are answered 503
 * @param heartbeat how often a reader hears something when nothing happens, and its token is looked at anew; at least 1
 *     ms
 * @param slow how long a reader may take for what it is sent before it is dropped, to the next heartbeat; the
 *     standalone server drops it after its idle time-out in any case
 * @param source names the application in each event: the CloudEvents' {@code source}, a URI reference
 * @since 0.1
 */
public record EventOptions(int readers, Duration heartbeat, Duration slow, String source) {
    private static final int READERS = 100;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SLOW = Duration.ofSeconds(30);

    public EventOptions {
        if (readers < 1 || heartbeat.toMillis() < 1 || slow.isNegative()) {
            throw new IllegalArgumentException("readers, heartbeat, slow: " + readers + ", " + heartbeat + ", " + slow
                    + " (expected: > 0, at least 1 ms, >= 0)");
        }
    }

    /** Returns 100 readers, a heartbeat each 15 s, 30 s for slow ones, the source dovetail. */
    public static EventOptions standard() {
        return new EventOptions(READERS, HEARTBEAT, SLOW, "dovetail");
    }

    /** Returns these with another number of readers. */
    public EventOptions readers(int most) {
        return new EventOptions(most, heartbeat, slow, source);
    }

    /** Returns these with another pause between heartbeats. */
    public EventOptions heartbeat(Duration pause) {
        return new EventOptions(readers, pause, slow, source);
    }

    /** Returns these with another patience with slow readers. */
    public EventOptions slow(Duration patience) {
        return new EventOptions(readers, heartbeat, patience, source);
    }

    /** Returns these with another source. */
    public EventOptions source(String reference) {
        return new EventOptions(readers, heartbeat, slow, reference);
    }
}
