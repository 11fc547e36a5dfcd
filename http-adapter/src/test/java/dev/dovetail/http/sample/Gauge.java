package dev.dovetail.http.sample;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has a number as its given key, and values that are easily rounded. */
public record Gauge(
        long id,
        BigDecimal amount,
        double ratio,
        @Nullable Instant at,
        @Nullable Span span) {

    /** Refuses to end before it starts. */
    public record Span(String name, int from, int to) {
        public Span {
            if (to < from) {
                throw new IllegalArgumentException("ends before it starts");
            }
        }
    }
}
