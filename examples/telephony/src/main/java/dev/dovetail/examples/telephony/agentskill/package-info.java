/** The skills of agents. */
@NullMarked
package dev.dovetail.examples.telephony.agentskill;

import org.jspecify.annotations.NullMarked;
