/** The users of a switchboard. */
@NullMarked
package dev.dovetail.examples.telephony.switchboardmember;

import org.jspecify.annotations.NullMarked;
