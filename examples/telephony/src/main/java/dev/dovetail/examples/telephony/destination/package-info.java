/**
 * Destinations: where a call goes. What calls can be sent to has a {@link
 * dev.dovetail.examples.telephony.destination.DestinationType} in the plugin of its folder.
 */
@NullMarked
package dev.dovetail.examples.telephony.destination;

import org.jspecify.annotations.NullMarked;
