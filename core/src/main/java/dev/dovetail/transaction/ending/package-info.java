/**
 * How a service tells the running unit of work which write is its last. Not exported: only the services know what
 * follows a write, and stores are told by {@code Transaction.endsWith}.
 */
@NullMarked
package dev.dovetail.transaction.ending;

import org.jspecify.annotations.NullMarked;
