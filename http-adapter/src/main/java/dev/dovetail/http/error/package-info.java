/** How failures are answered: as RFC 9457 problem documents, or in a way that is plugged in. */
@NullMarked
package dev.dovetail.http.error;

import org.jspecify.annotations.NullMarked;
