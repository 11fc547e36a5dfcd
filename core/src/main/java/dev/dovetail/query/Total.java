package dev.dovetail.query;

/**
 * Says how a search counts the rows that match: counting costs as much as reading all of them.
 *
 * @since 0.1
 */
public enum Total {
    /** Counted, unless the page itself shows how many there are. */
    EXACT,
    /** Not counted: the page tells its total only if it shows by itself how many there are. */
    SKIPPED,
    /** Estimated from the statistics of the database, where it has any; counted elsewhere. */
    ESTIMATED
}
