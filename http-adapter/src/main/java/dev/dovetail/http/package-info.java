/**
 * Serves the services of a registry over HTTP: a {@link dev.dovetail.http.ListResource} and an
 * {@link dev.dovetail.http.ItemResource} per resource, an {@link dev.dovetail.http.AssociationResource} per
 * association. Thin: no business rule lives here.
 */
@NullMarked
package dev.dovetail.http;

import org.jspecify.annotations.NullMarked;
