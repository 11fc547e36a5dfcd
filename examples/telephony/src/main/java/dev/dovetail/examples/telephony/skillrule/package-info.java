/** Rules by which queues choose agents of some skill. */
@NullMarked
package dev.dovetail.examples.telephony.skillrule;

import org.jspecify.annotations.NullMarked;
