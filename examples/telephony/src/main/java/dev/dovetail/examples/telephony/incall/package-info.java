/** Incoming calls: where they go. */
@NullMarked
package dev.dovetail.examples.telephony.incall;

import org.jspecify.annotations.NullMarked;
