/** The application of a line. */
@NullMarked
package dev.dovetail.examples.telephony.lineapplication;

import org.jspecify.annotations.NullMarked;
