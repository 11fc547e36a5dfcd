/** IAX registers. */
@NullMarked
package dev.dovetail.examples.telephony.iaxregister;

import org.jspecify.annotations.NullMarked;
