/** Endpoints that phones speak SCCP with. */
@NullMarked
package dev.dovetail.examples.telephony.sccpendpoint;

import org.jspecify.annotations.NullMarked;
