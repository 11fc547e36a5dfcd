/** External apps of users. */
@NullMarked
package dev.dovetail.examples.telephony.userexternalapp;

import org.jspecify.annotations.NullMarked;
