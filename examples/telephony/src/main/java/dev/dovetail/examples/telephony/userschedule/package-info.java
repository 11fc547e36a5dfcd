/** The schedule of a user. */
@NullMarked
package dev.dovetail.examples.telephony.userschedule;

import org.jspecify.annotations.NullMarked;
