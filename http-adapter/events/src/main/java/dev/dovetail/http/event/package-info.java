/** Events on their way out over HTTP: as CloudEvents, and to readers of a stream (server-sent events). */
@NullMarked
package dev.dovetail.http.event;

import org.jspecify.annotations.NullMarked;
