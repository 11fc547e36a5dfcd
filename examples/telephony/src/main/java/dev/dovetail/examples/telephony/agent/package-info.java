/** Agents, who answer the calls of queues. */
@NullMarked
package dev.dovetail.examples.telephony.agent;

import org.jspecify.annotations.NullMarked;
