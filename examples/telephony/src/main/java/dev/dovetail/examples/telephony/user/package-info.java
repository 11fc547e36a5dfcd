/** Users. */
@NullMarked
package dev.dovetail.examples.telephony.user;

import org.jspecify.annotations.NullMarked;
