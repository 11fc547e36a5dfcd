/** Music on hold: classes of music and their files. */
@NullMarked
package dev.dovetail.examples.telephony.moh;

import org.jspecify.annotations.NullMarked;
