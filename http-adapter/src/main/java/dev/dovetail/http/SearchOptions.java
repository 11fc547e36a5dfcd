package dev.dovetail.http;

/**
 * Bounds the pages of a list.
 *
 * @param defaultLimit the page size when none is asked for
 * @param maxLimit the largest page size; more is cut to it
 * @since 0.1
 */
public record SearchOptions(int defaultLimit, int maxLimit) {

    /** Returns pages of 100 unless asked otherwise, 1000 at the most. */
    public static SearchOptions standard() {
        return new SearchOptions(100, 1_000);
    }
}
