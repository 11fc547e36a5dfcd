/**
 * The description of what is configured: a {@link dev.dovetail.resource.Resource} is a record with an identifier, typed
 * {@linkplain dev.dovetail.resource.Column columns}, unique values and maybe a tenant; an
 * {@link dev.dovetail.resource.Association} links two of them. Descriptions are made once, at the start, are immutable,
 * and everything else (DAOs, validation, HTTP) is derived from them.
 */
@NullMarked
package dev.dovetail.resource;

import org.jspecify.annotations.NullMarked;
