/** The time zones that voicemails announce. */
@NullMarked
package dev.dovetail.examples.telephony.zonemessages;

import org.jspecify.annotations.NullMarked;
