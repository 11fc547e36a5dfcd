/** Conferences. */
@NullMarked
package dev.dovetail.examples.telephony.conference;

import org.jspecify.annotations.NullMarked;
