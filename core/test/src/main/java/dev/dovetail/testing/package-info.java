/**
 * Services for the unit tests of an application: its plugins over the store in memory, in one line, with all that they
 * announce at hand. {@link dev.dovetail.testing.TestRegistry} is all there is to learn.
 *
 * <p>It needs no test framework and no database. Rules, units of work and rollbacks are the real ones, so that what a
 * test sees here holds on any store.
 */
@NullMarked
package dev.dovetail.testing;

import org.jspecify.annotations.NullMarked;
