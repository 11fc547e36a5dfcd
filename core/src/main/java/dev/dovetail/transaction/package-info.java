/**
 * The unit of work: all that one service call, or several joined ones, reads, writes and announces, committed whole or
 * not at all. A store offers {@linkplain dev.dovetail.transaction.Transaction transactions}, its own or joined ones.
 */
@NullMarked
package dev.dovetail.transaction;

import org.jspecify.annotations.NullMarked;
