/** Lines. */
@NullMarked
package dev.dovetail.examples.telephony.line;

import org.jspecify.annotations.NullMarked;
