/** Fallbacks: where calls go that nobody takes. */
@NullMarked
package dev.dovetail.examples.telephony.fallback;

import org.jspecify.annotations.NullMarked;
