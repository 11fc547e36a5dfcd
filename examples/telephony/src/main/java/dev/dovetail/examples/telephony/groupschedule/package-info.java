/** The schedule of a group. */
@NullMarked
package dev.dovetail.examples.telephony.groupschedule;

import org.jspecify.annotations.NullMarked;
