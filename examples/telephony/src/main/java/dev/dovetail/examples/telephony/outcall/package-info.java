/** Outgoing calls. */
@NullMarked
package dev.dovetail.examples.telephony.outcall;

import org.jspecify.annotations.NullMarked;
