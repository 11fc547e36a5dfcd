/** The endpoint of a trunk, of whichever kind. */
@NullMarked
package dev.dovetail.examples.telephony.trunkendpoint;

import org.jspecify.annotations.NullMarked;
