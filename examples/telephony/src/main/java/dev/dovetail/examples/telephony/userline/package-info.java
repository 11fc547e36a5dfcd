/** The lines of a user, and the users of a line. */
@NullMarked
package dev.dovetail.examples.telephony.userline;

import org.jspecify.annotations.NullMarked;
