/** SIP transports. */
@NullMarked
package dev.dovetail.examples.telephony.siptransport;

import org.jspecify.annotations.NullMarked;
