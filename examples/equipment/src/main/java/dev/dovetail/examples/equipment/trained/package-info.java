/** Who is trained to use an instrument. */
@NullMarked
package dev.dovetail.examples.equipment.trained;

import org.jspecify.annotations.NullMarked;
