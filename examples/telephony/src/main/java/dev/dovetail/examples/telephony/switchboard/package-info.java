/** Switchboards: users who put calls through. */
@NullMarked
package dev.dovetail.examples.telephony.switchboard;

import org.jspecify.annotations.NullMarked;
