/** The IAX register of a trunk. */
@NullMarked
package dev.dovetail.examples.telephony.trunkregister;

import org.jspecify.annotations.NullMarked;
