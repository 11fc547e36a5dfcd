/** Contexts included in contexts. */
@NullMarked
package dev.dovetail.examples.telephony.contextcontext;

import org.jspecify.annotations.NullMarked;
