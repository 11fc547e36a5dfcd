/** Writes events as CloudEvents 1.0, in the JSON format. */
@NullMarked
package dev.dovetail.http.cloudevents;

import org.jspecify.annotations.NullMarked;
