package dev.dovetail.resource;

/**
 * Names what a derived value of a resource is good for.
 *
 * @since 0.1
 */
public enum DerivedUse {
    /** A search text is looked for in it. */
    SEARCH,
    /** A list from outside may filter by it. */
    FILTER,
    /** A list from outside may sort by it. */
    SORT,
    /** Sorts lists by default, in place of the resource's own sort. */
    DEFAULT_SORT
}
