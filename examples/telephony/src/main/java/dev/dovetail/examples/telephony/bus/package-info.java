/** The message bus: what is published to it, and what is consumed from it. */
@NullMarked
package dev.dovetail.examples.telephony.bus;

import org.jspecify.annotations.NullMarked;
