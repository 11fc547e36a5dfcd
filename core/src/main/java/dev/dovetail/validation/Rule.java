package dev.dovetail.validation;

import dev.dovetail.error.Violations;
import java.util.List;

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

    /**
     * Checks several subjects that are done together, before any of them is done: one after the other unless
     * overridden, to look things up for all at once or to look at what the subjects mean to each other.
     *
     * @param subjects what is about to be done, in order
     * @param violations one per subject, to add to
     */
    default void checkAll(List<? extends S> subjects, List<Violations> violations) {
        for (int i = 0; i < subjects.size(); i++) {
            check(subjects.get(i), violations.get(i));
        }
    }

    /** Returns the rule that finds nothing wrong. */
    static <S> Rule<S> none() {
        return (subject, violations) -> {};
    }
}
