/** Call permissions. */
@NullMarked
package dev.dovetail.examples.telephony.callpermission;

import org.jspecify.annotations.NullMarked;
