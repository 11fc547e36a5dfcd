package dev.dovetail.notification.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Says how long to wait before the next try: twice as long each time, up to a limit, and less a random part, so that
 * many who failed together do not come back together. Immutable.
 *
 * @param first the pause after the first failure, &gt; 0
 * @param longest the limit
 * @param jitter how much of a pause is left to chance, 0 to 1
 * @since 0.1
 */
public record Backoff(Duration first, Duration longest, double jitter) {
    private static final int MOST_DOUBLINGS = 30;

    public Backoff {
        if (first.isZero() || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "first, longest: " + first + ", " + longest + " (expected: 0 < first <= longest)");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter: " + jitter + " (expected: 0 to 1)");
        }
    }

    /** Returns how long to wait after so many failures in a row. */
    public Duration after(int failures) {
        long most = longest.toMillis();
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        long pause = Math.min(first.toMillis() > most >> doublings ? most : first.toMillis() << doublings, most);
        long chance = (long) (pause * jitter);
        return Duration.ofMillis(
                pause - (chance == 0 ? 0 : ThreadLocalRandom.current().nextLong(chance + 1)));
    }
}
