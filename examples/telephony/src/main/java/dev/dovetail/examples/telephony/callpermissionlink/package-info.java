/** The call permissions of users, groups and outgoing calls. */
@NullMarked
package dev.dovetail.examples.telephony.callpermissionlink;

import org.jspecify.annotations.NullMarked;
