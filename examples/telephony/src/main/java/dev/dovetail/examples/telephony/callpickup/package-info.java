/** Call pickups: who may answer the calls of whom. */
@NullMarked
package dev.dovetail.examples.telephony.callpickup;

import org.jspecify.annotations.NullMarked;
