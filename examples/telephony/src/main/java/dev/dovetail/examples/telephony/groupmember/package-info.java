/** The users of a group. */
@NullMarked
package dev.dovetail.examples.telephony.groupmember;

import org.jspecify.annotations.NullMarked;
