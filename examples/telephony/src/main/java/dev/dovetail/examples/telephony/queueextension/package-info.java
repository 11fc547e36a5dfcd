/** The extension of a queue. */
@NullMarked
package dev.dovetail.examples.telephony.queueextension;

import org.jspecify.annotations.NullMarked;
