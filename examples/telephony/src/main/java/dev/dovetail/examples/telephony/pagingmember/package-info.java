/** The users of pagings. */
@NullMarked
package dev.dovetail.examples.telephony.pagingmember;

import org.jspecify.annotations.NullMarked;
