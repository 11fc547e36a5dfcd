/**
 * What an operator's tools ask: {@link dev.dovetail.http.management.Management} answers liveness, readiness, metrics
 * and build information, on a port of its own.
 */
@NullMarked
package dev.dovetail.http.management;

import org.jspecify.annotations.NullMarked;
