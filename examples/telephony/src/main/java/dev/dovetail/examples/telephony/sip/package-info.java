/** What endpoints, their templates and transports have in common: sections of the telephony engine's SIP file. */
@NullMarked
package dev.dovetail.examples.telephony.sip;

import org.jspecify.annotations.NullMarked;
