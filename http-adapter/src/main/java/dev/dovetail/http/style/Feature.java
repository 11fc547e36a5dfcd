package dev.dovetail.http.style;

/**
 * Names what an API offers beyond GET, HEAD, POST, PUT and DELETE. An API without a feature passes over the headers
 * that belong to it, and takes its parameters for ones that nobody knows.
 *
 * @since 0.1
 */
public enum Feature {
    /** PATCH with a merge patch, RFC 7396. */
    PATCH,
    /** OPTIONS, answered with the methods of a path. */
    OPTIONS,
    /** {@code ETag}, {@code If-Match} and {@code If-None-Match}. */
    CONDITIONS,
    /** {@code Prefer: return=minimal} and {@code return=representation}. */
    PREFERENCES,
    /** {@code Content-Type} and {@code Accept} are checked: 415 and 406. */
    NEGOTIATION,
    /** Pages by {@code cursor}, linked by {@code Link}, counted as {@code total} says. */
    CURSORS,
    /** Lists of links are pages, by {@code limit} and {@code offset}. */
    LINK_PAGES,
    /** {@code fields} and {@code include} choose what is shown. */
    SELECTION,
    /**
     * Filters by more than equality, {@code price__gte=10}, and sorting by several columns, {@code order=name,-age}.
     */
    COMPARISONS,
    /** {@code dry_run=true} tries a write out. */
    DRY_RUN,
    /** Parameters that a route does not describe are refused, with the nearest known name. */
    KNOWN_PARAMETERS
}
