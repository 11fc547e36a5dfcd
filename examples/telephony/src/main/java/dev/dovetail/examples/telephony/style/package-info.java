/**
 * How the clients of {@code /1.1} write what they send: {@link dev.dovetail.examples.telephony.style.TelephonyStyle} is
 * all that is read more leniently for them than the library does. Plugins say by {@link
 * dev.dovetail.examples.telephony.style.Loose} which fields are among that; at {@code /api} these are read strictly.
 */
@NullMarked
package dev.dovetail.examples.telephony.style;

import org.jspecify.annotations.NullMarked;
