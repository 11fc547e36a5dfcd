/**
 * What is told to others once an operation has completed: a {@link dev.dovetail.notification.Notifier} turns changes
 * into {@linkplain dev.dovetail.notification.Event events} and
 * {@linkplain dev.dovetail.notification.Command commands}; they are recorded in the unit of work that makes the change,
 * so they vanish with it, and handed on after its commit.
 */
@NullMarked
package dev.dovetail.notification;

import org.jspecify.annotations.NullMarked;
