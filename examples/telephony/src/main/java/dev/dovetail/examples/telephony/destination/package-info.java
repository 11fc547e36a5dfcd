/** Destinations: where a call goes. Each type is one line in {@link dev.dovetail.examples.telephony.destination.DestinationTypes}. */
@NullMarked
package dev.dovetail.examples.telephony.destination;

import org.jspecify.annotations.NullMarked;
