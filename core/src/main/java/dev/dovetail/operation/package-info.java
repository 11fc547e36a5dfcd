/**
 * What a call is about to do, as values: a {@link dev.dovetail.operation.Change} of a resource, a
 * {@link dev.dovetail.operation.Link} of an association. Rules check them, notifiers announce them.
 */
@NullMarked
package dev.dovetail.operation;

import org.jspecify.annotations.NullMarked;
