/** Searches as values: {@link dev.dovetail.query.Search} says what, in what order and how much; a page answers. */
@NullMarked
package dev.dovetail.query;

import org.jspecify.annotations.NullMarked;
