/** Phone numbers. */
@NullMarked
package dev.dovetail.examples.telephony.phonenumber;

import org.jspecify.annotations.NullMarked;
