package dev.dovetail.operation;

import dev.dovetail.context.CallContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /** Returns the right objects that come, each once. */
    public List<R> added() {
        return minus(after, before);
    }

    /** Returns the right objects that leave. */
    public List<R> removed() {
        return minus(before, after);
    }

    private static <R> List<R> minus(List<R> some, List<R> others) {
        Set<R> rest = new LinkedHashSet<>(some);
        others.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
