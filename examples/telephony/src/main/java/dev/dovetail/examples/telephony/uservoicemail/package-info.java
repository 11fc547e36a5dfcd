/** The voicemail of a user. */
@NullMarked
package dev.dovetail.examples.telephony.uservoicemail;

import org.jspecify.annotations.NullMarked;
