/** Bookings of instruments by people. */
@NullMarked
package dev.dovetail.examples.equipment.booking;

import org.jspecify.annotations.NullMarked;
