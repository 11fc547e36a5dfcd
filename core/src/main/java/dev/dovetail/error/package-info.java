/**
 * The one exception family of the library: a {@link dev.dovetail.error.DovetailException} says what kind of failure it
 * is and lists every {@link dev.dovetail.error.Violation}, each with the path of the field, a stable code and the
 * offending values. Texts are for logs; whoever renders an answer writes its own from code and details.
 */
@NullMarked
package dev.dovetail.error;

import org.jspecify.annotations.NullMarked;
