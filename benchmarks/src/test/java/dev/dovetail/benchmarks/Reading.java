package dev.dovetail.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Holds one figure of each round. */
final class Reading {
    private final List<Double> rounds = new ArrayList<>();

    void add(double figure) {
        rounds.add(figure);
    }

    double median() {
        List<Double> sorted = new ArrayList<>(rounds);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Returns the figures of each round by those of another reading in the same one. */
    Reading by(Reading other) {
        Reading ratios = new Reading();
        for (int i = 0; i < rounds.size(); i++) {
            ratios.add(rounds.get(i) / other.rounds.get(i));
        }
        return ratios;
    }

    /** Returns the median and the range. */
    String text() {
        return "%s (%s–%s)"
                .formatted(digits(median()), digits(Collections.min(rounds)), digits(Collections.max(rounds)));
    }

    static String digits(double figure) {
        return String.format(Locale.ROOT, figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%.0f", figure);
    }
}
