package dev.dovetail.plugin;

import dev.dovetail.notification.Announcements;

/**
 * Announces what was done, with the services at hand. Must be thread-safe.
 *
 * @param <S> what was done: a {@link dev.dovetail.operation.Change}
 * @since 0.1
 */
@FunctionalInterface
public interface ServiceNotifier<S> {

    /** Announces events and asks for commands. */
    void announce(Services services, S done, Announcements announcements);
}
