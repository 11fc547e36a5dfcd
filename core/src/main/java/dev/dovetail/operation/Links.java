package dev.dovetail.operation;

import dev.dovetail.context.CallContext;
import java.util.ArrayList;
import java.util.List;

/**
 * States the whole set of right objects that a left one gets, and the one that it had.
 *
 * @param call who makes the change
 * @param left the left object
 * @param before the right objects so far, in order
 * @param after the right objects wanted, in the order given, repeats included
 * @param <L> the left model
 * @param <R> the right model
 * @since 0.1
 */
public record Links<L, R>(CallContext call, L left, List<R> before, List<R> after) {
    public Links {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Returns the right objects that come. */
    public List<R> added() {
        return minus(after, before);
    }

    /** Returns the right objects that leave. */
    public List<R> removed() {
        return minus(before, after);
    }

    /** Returns whether set and order stay as they are. */
    public boolean unchanged() {
        return before.equals(after);
    }

    private static <R> List<R> minus(List<R> some, List<R> others) {
        List<R> rest = new ArrayList<>(some);
        rest.removeAll(others);
        return rest;
    }
}
