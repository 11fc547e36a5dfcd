/** The schedule of an incoming call. */
@NullMarked
package dev.dovetail.examples.telephony.incallschedule;

import org.jspecify.annotations.NullMarked;
