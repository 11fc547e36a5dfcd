/**
 * Tokens of an authorisation server: {@link dev.dovetail.http.access.oauth.JwtTokens} checks signed ones by the
 * server's published keys, {@link dev.dovetail.http.access.oauth.IntrospectedTokens} asks the server about each. Both
 * read who acts, in which tenant and what is granted from the same {@linkplain
 * dev.dovetail.http.access.oauth.ClaimNames claims}.
 */
@NullMarked
package dev.dovetail.http.access.oauth;

import org.jspecify.annotations.NullMarked;
