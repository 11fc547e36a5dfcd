/** The endpoint of a line, of whichever kind. */
@NullMarked
package dev.dovetail.examples.telephony.lineendpoint;

import org.jspecify.annotations.NullMarked;
