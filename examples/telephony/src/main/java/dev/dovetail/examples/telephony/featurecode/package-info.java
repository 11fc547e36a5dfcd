/** The numbers that features are dialled by. */
@NullMarked
package dev.dovetail.examples.telephony.featurecode;

import org.jspecify.annotations.NullMarked;
