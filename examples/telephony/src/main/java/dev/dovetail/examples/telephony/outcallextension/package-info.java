/** The extensions of outgoing calls. */
@NullMarked
package dev.dovetail.examples.telephony.outcallextension;

import org.jspecify.annotations.NullMarked;
