package dev.dovetail.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Stands still unless it is moved; in UTC. Thread-safe.
 *
 * @since 0.1
 */
public final class TestClock extends Clock {
    private volatile Instant now;

    private TestClock(Instant now) {
        this.now = now;
    }

    /** Returns a clock that stands at an instant. */
    public static TestClock at(Instant instant) {
        return new TestClock(instant);
    }

    /** Moves the clock on; back by a negative duration. */
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Returns the clock of the same, moved, instants in another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.fixed(now, zone);
    }
}
