/** The call permissions of users. */
@NullMarked
package dev.dovetail.examples.telephony.usercallpermission;

import org.jspecify.annotations.NullMarked;
