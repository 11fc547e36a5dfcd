package dev.dovetail.error;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong, in the order found.
 *
 * <p>Not thread-safe: one call, one thread.
 *
 * @since 0.1
 */
public final class Violations {
    private final List<Violation> found = new ArrayList<>();

    public Violations() {}

    /** Adds one. */
    public void add(Violation violation) {
        found.add(violation);
    }

    /** Adds several. */
    public void addAll(List<Violation> violations) {
        found.addAll(violations);
    }

    /** Returns whether nothing has been found so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns what was found, as a copy. */
    public List<Violation> toList() {
        return List.copyOf(found);
    }

    /**
     * Ends the call if anything has been found.
     *
     * @throws DovetailException carrying all that was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DovetailException(found);
        }
    }
}
