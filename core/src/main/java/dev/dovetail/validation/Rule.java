package dev.dovetail.validation;

import dev.dovetail.error.Violations;

/**
 * Checks something before it is done. Called within the unit of work, so what it reads stays true. Must be thread-safe.
 *
 * @param <S> what is about to be done: a {@link dev.dovetail.operation.Change}, a {@link dev.dovetail.operation.Link}
 * @since 0.1
 */
@FunctionalInterface
public interface Rule<S> {

    /** Adds a violation for everything that is wrong. */
    void check(S subject, Violations violations);

    /** Returns the rule that finds nothing wrong. */
    static <S> Rule<S> none() {
        return (subject, violations) -> {};
    }
}
