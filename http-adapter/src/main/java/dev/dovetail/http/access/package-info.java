/**
 * Who may do what: a {@link dev.dovetail.http.access.TokenVerifier} knows tokens,
 * {@linkplain dev.dovetail.http.access.AccessPatterns access patterns} say what a token may do, and a
 * {@link dev.dovetail.http.access.TenantResolver} which tenants it sees.
 */
@NullMarked
package dev.dovetail.http.access;

import org.jspecify.annotations.NullMarked;
