/** The agent that a user is. */
@NullMarked
package dev.dovetail.examples.telephony.useragent;

import org.jspecify.annotations.NullMarked;
