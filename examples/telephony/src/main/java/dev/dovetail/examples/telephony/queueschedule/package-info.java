/** The schedule of a queue. */
@NullMarked
package dev.dovetail.examples.telephony.queueschedule;

import org.jspecify.annotations.NullMarked;
