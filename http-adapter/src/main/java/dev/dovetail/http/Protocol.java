package dev.dovetail.http;

/**
 * Says how much of HTTP an API answers to.
 *
 * @since 0.1
 */
public enum Protocol {
    /**
     * What the standards offer: PATCH and OPTIONS, entity tags and conditions, preferences, media types looked at, pages by cursor,
     * writes tried out, parts chosen by the caller.
     */
    FULL,
    /**
     * GET, HEAD, POST, PUT and DELETE alone, for clients that know no more and may send anything: media types, conditions and
     * preferences are not looked at, and what is a parameter otherwise is one that nobody knows.
     */
    BASIC
}
