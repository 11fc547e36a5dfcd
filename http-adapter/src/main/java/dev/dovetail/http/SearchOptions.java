package dev.dovetail.http;

/**
 * Says how queries are read.
 *
 * @param defaultLimit the page size when none is asked for
 * @param maxLimit the largest page size; more is cut to it
 * @param wildcards whether {@code %} and {@code _} in a search text are wildcards
 * @param lookups whether filters can be compared in other ways than by equality: {@code price__gte=10}
 * @param values reads the values of filters
 * @since 0.1
 */
public record SearchOptions(int defaultLimit, int maxLimit, boolean wildcards, boolean lookups, QueryValues values) {

    /** Returns pages of 100 unless asked otherwise, 1000 at the most, without wildcards, and strict values. */
    public static SearchOptions standard() {
        return new SearchOptions(100, 1_000, false, true, QueryValues.strict());
    }
}
