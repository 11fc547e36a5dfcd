/**
 * What is true of values in every store: which texts and numbers can be kept, what is kept of one, and when two are
 * equal.
 *
 * <p>A value that a store would round, cut or replace is refused, or fitted before anything is told of it: so what was
 * accepted is what is stored, answered, announced and found.
 */
@NullMarked
package dev.dovetail.value;

import org.jspecify.annotations.NullMarked;
