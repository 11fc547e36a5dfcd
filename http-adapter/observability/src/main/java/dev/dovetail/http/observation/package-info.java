/**
 * What can be seen of a running application: {@link dev.dovetail.http.observation.AccessLog} writes a line per request,
 * {@link dev.dovetail.http.observation.Metrics} counts requests and what waits to be delivered (Micrometer).
 */
@NullMarked
package dev.dovetail.http.observation;

import org.jspecify.annotations.NullMarked;
