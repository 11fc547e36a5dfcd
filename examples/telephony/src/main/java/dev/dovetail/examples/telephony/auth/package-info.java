/**
 * Who may call: {@link dev.dovetail.examples.telephony.auth.Authentication} by an authentication service, by a file of
 * tokens and tenants, or by one token for development.
 */
@NullMarked
package dev.dovetail.examples.telephony.auth;

import org.jspecify.annotations.NullMarked;
