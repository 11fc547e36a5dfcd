/** Instruments: where they are, who may use them, what they are made of. */
@NullMarked
package dev.dovetail.examples.equipment.instrument;

import org.jspecify.annotations.NullMarked;
