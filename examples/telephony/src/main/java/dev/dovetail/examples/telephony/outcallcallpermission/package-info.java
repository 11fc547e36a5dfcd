/** The call permissions of outgoing calls. */
@NullMarked
package dev.dovetail.examples.telephony.outcallcallpermission;

import org.jspecify.annotations.NullMarked;
