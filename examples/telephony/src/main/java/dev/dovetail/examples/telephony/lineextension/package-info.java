/** The extension of a line. */
@NullMarked
package dev.dovetail.examples.telephony.lineextension;

import org.jspecify.annotations.NullMarked;
