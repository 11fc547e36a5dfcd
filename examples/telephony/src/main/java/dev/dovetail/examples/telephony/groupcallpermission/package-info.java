/** The call permissions of groups. */
@NullMarked
package dev.dovetail.examples.telephony.groupcallpermission;

import org.jspecify.annotations.NullMarked;
