/** Endpoints of kinds that the telephony engine knows by nothing but an interface. */
@NullMarked
package dev.dovetail.examples.telephony.customendpoint;

import org.jspecify.annotations.NullMarked;
