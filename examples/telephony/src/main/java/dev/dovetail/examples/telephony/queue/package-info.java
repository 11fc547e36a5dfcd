/** Queues of callers. */
@NullMarked
package dev.dovetail.examples.telephony.queue;

import org.jspecify.annotations.NullMarked;
