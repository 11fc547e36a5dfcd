/** Other looks of the list of users, and what users are found by at their lines and voicemails. */
@NullMarked
package dev.dovetail.examples.telephony.userview;

import org.jspecify.annotations.NullMarked;
