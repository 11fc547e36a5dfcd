/** Pagings: numbers that speak to many phones at once, the users who hear them, and those who may call them. */
@NullMarked
package dev.dovetail.examples.telephony.paging;

import org.jspecify.annotations.NullMarked;
