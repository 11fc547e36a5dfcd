/** IVRs: menus that callers choose from. */
@NullMarked
package dev.dovetail.examples.telephony.ivr;

import org.jspecify.annotations.NullMarked;
