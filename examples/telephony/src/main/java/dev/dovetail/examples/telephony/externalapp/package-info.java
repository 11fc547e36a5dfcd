/** External apps, of tenants and of users. */
@NullMarked
package dev.dovetail.examples.telephony.externalapp;

import org.jspecify.annotations.NullMarked;
