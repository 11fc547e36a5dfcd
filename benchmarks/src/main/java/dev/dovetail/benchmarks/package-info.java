/** The application that is measured against the hand-written floor: same table, same operations, same rules. */
@NullMarked
package dev.dovetail.benchmarks;

import org.jspecify.annotations.NullMarked;
