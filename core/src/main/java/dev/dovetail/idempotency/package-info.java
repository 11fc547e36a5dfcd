/**
 * Calls that their callers repeat when they do not hear of the answer: {@link
 * dev.dovetail.idempotency.IdempotencyStore} keeps what was asked and answered in the transaction of the call itself,
 * so that it is done once.
 */
@NullMarked
package dev.dovetail.idempotency;

import org.jspecify.annotations.NullMarked;
