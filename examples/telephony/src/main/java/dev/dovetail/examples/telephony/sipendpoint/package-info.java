/** SIP endpoints, and the templates that they can be made from. */
@NullMarked
package dev.dovetail.examples.telephony.sipendpoint;

import org.jspecify.annotations.NullMarked;
