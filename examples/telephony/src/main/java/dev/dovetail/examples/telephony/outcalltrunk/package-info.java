/** The trunks of outgoing calls. */
@NullMarked
package dev.dovetail.examples.telephony.outcalltrunk;

import org.jspecify.annotations.NullMarked;
