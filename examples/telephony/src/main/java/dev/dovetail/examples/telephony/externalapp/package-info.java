/** External apps of tenants. */
@NullMarked
package dev.dovetail.examples.telephony.externalapp;

import org.jspecify.annotations.NullMarked;
