/**
 * What requests say in their header fields, read as the standards have it: entity tags and conditions (RFC 9110,
 * sections 8.8.3 and 13), media types (sections 8.3 and 12.5.1), preferences (RFC 7240). Not exported.
 */
@NullMarked
package dev.dovetail.http.header;

import org.jspecify.annotations.NullMarked;
