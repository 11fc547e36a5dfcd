/** Who answers the calls of queues: agents and users. */
@NullMarked
package dev.dovetail.examples.telephony.queuemember;

import org.jspecify.annotations.NullMarked;
