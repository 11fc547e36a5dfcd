/** Trunks. */
@NullMarked
package dev.dovetail.examples.telephony.trunk;

import org.jspecify.annotations.NullMarked;
