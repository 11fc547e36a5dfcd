/** The schedule of outgoing calls. */
@NullMarked
package dev.dovetail.examples.telephony.outcallschedule;

import org.jspecify.annotations.NullMarked;
