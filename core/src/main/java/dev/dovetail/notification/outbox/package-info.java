/**
 * The transactional outbox: events and commands are rows written in the transaction that makes the change, and a
 * {@link dev.dovetail.notification.outbox.Relay} hands them on afterwards, at least once, so that a crash at any
 * instant loses none and invents none, as far as the commits of the store outlive it (those of H2 in a file have not
 * all done so when the process was killed).
 *
 * <p>The pattern is described by C. Richardson, Microservices Patterns (2018), section 3.3.7.
 */
@NullMarked
package dev.dovetail.notification.outbox;

import org.jspecify.annotations.NullMarked;
