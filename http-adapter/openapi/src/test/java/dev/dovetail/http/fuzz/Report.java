package dev.dovetail.http.fuzz;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells of a run that found nothing.
 *
 * @param answers how often each status was answered
 */
public record Report(int requests, long seed, Map<Integer, Integer> answers, Duration time) {
    /** Copies the answers, in the order of statuses. */
    public Report {
        answers = new TreeMap<>(answers);
    }

    @Override
    public String toString() {
        return requests + " requests, seed " + seed + ", " + time.toSeconds() + " s: " + answers;
    }
}
