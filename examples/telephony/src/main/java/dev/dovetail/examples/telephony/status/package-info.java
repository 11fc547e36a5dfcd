/** Which parts of this server work. */
@NullMarked
package dev.dovetail.examples.telephony.status;

import org.jspecify.annotations.NullMarked;
