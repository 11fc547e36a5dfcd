/** Instruments made of instruments. */
@NullMarked
package dev.dovetail.examples.equipment.part;

import org.jspecify.annotations.NullMarked;
