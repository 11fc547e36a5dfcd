/** Voicemails. */
@NullMarked
package dev.dovetail.examples.telephony.voicemail;

import org.jspecify.annotations.NullMarked;
