/** Rooms. */
@NullMarked
package dev.dovetail.examples.equipment.room;

import org.jspecify.annotations.NullMarked;
