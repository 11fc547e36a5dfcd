/** What called parties are shown: kept by the endpoints of lines. */
@NullMarked
package dev.dovetail.examples.telephony.callerid;

import org.jspecify.annotations.NullMarked;
