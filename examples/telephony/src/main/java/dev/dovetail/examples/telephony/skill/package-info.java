/** Skills of agents. */
@NullMarked
package dev.dovetail.examples.telephony.skill;

import org.jspecify.annotations.NullMarked;
