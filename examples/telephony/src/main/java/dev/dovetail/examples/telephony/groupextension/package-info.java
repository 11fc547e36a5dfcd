/** The extension of a group. */
@NullMarked
package dev.dovetail.examples.telephony.groupextension;

import org.jspecify.annotations.NullMarked;
