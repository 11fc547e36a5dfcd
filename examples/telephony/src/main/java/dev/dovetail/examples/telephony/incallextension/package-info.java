/** The extension of an incoming call. */
@NullMarked
package dev.dovetail.examples.telephony.incallextension;

import org.jspecify.annotations.NullMarked;
