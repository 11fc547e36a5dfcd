/** Parking lots: where calls wait for someone to take them up again. */
@NullMarked
package dev.dovetail.examples.telephony.parkinglot;

import org.jspecify.annotations.NullMarked;
