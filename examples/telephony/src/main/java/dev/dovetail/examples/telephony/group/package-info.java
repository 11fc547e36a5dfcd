/** Groups: users that are rung together. */
@NullMarked
package dev.dovetail.examples.telephony.group;

import org.jspecify.annotations.NullMarked;
