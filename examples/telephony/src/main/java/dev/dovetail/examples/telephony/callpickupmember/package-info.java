/** The users and groups of call pickups. */
@NullMarked
package dev.dovetail.examples.telephony.callpickupmember;

import org.jspecify.annotations.NullMarked;
