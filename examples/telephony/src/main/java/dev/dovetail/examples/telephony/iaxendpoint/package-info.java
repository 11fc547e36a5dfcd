/** IAX endpoints. */
@NullMarked
package dev.dovetail.examples.telephony.iaxendpoint;

import org.jspecify.annotations.NullMarked;
