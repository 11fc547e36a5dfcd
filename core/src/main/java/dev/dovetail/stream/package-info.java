/**
 * Events in one sequence, kept for a while: {@link dev.dovetail.stream.EventStream} numbers what the relay hands to it,
 * and lets any number of readers go on from where they were.
 */
@NullMarked
package dev.dovetail.stream;

import org.jspecify.annotations.NullMarked;
