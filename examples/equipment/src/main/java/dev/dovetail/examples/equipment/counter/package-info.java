/** Counters, kept under any number. */
@NullMarked
package dev.dovetail.examples.equipment.counter;

import org.jspecify.annotations.NullMarked;
