/** Extensions: what can be dialled in a context. */
@NullMarked
package dev.dovetail.examples.telephony.extension;

import org.jspecify.annotations.NullMarked;
