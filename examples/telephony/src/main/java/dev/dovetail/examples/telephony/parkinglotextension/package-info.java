/** The extension of a parking lot. */
@NullMarked
package dev.dovetail.examples.telephony.parkinglotextension;

import org.jspecify.annotations.NullMarked;
