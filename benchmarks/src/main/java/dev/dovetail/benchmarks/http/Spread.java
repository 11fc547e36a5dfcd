package dev.dovetail.benchmarks.http;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure of several runs. */
record Spread(double least, double median, double most) {
    static Spread of(List<Reading> readings, ToDoubleFunction<Reading> figure) {
        double[] sorted = readings.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Returns median and range, whole numbers. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", median, least, most);
    }
}
