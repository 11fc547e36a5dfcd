/** Schedules: when something is open, and where calls go while it is not. */
@NullMarked
package dev.dovetail.examples.telephony.schedule;

import org.jspecify.annotations.NullMarked;
