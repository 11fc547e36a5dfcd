/** The templates of function keys that are users' own. */
@NullMarked
package dev.dovetail.examples.telephony.funckey;

import org.jspecify.annotations.NullMarked;
