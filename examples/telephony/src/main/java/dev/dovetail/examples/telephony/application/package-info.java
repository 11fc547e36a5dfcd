/** Applications. */
@NullMarked
package dev.dovetail.examples.telephony.application;

import org.jspecify.annotations.NullMarked;
