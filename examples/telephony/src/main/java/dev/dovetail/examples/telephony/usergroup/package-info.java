/** The groups of a user. */
@NullMarked
package dev.dovetail.examples.telephony.usergroup;

import org.jspecify.annotations.NullMarked;
