/** What the endpoints of lines and of trunks have in common. */
@NullMarked
package dev.dovetail.examples.telephony.endpoint;

import org.jspecify.annotations.NullMarked;
