package dev.dovetail.plugin;

import dev.dovetail.error.Violations;

/**
 * Checks something before it is done, with the services at hand. Must be thread-safe.
 *
 * @param <S> what is about to be done: a {@link dev.dovetail.operation.Change}, a {@link dev.dovetail.operation.Link}
 * @since 0.1
 */
@FunctionalInterface
public interface ServiceRule<S> {

    /** Adds a violation for everything that is wrong. */
    void check(Services services, S subject, Violations violations);
}
