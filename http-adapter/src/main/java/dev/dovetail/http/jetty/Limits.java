package dev.dovetail.http.jetty;

/**
 * Holds the bounds that the binding itself watches.
 *
 * @param urlLength longest path and query, in characters
 * @param inFlight most requests under way
 */
record Limits(int urlLength, int inFlight) {}
