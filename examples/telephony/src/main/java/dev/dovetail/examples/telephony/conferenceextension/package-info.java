/** The extension of a conference. */
@NullMarked
package dev.dovetail.examples.telephony.conferenceextension;

import org.jspecify.annotations.NullMarked;
