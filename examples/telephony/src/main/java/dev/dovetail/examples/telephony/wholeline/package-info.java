/** Lines with what is theirs: made, edited and deleted along with them. */
@NullMarked
package dev.dovetail.examples.telephony.wholeline;

import org.jspecify.annotations.NullMarked;
