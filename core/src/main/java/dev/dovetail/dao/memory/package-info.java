/**
 * The store in memory, for unit tests and small applications: one writer at a time, readers see an immutable snapshot,
 * and a rollback really restores. Nothing is kept when the process ends.
 */
@NullMarked
package dev.dovetail.dao.memory;

import org.jspecify.annotations.NullMarked;
