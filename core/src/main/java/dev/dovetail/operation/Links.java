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
 * @param tellsMain whether the association tells {@linkplain dev.dovetail.resource.Association#tellsMain() which is main}
 * @param mainBefore those of the right objects so far whose main left one this is; empty where the association does not
 *     tell
 * @param mainAfter those of the right objects wanted whose main left one this is, or will be; likewise
 * @param <L> the left model
 * @param <R> the right model
 * @since 0.1
 */
public record Links<L, R>(
        CallContext call,
        L left,
        List<R> before,
        List<R> after,
        boolean tellsMain,
        Set<R> mainBefore,
        Set<R> mainAfter) {
    public Links {
        before = List.copyOf(before);
        after = List.copyOf(after);
        mainBefore = Set.copyOf(mainBefore);
        mainAfter = Set.copyOf(mainAfter);
    }

    /** Makes links of which nothing is told about main ones. */
    public Links(CallContext call, L left, List<R> before, List<R> after) {
        this(call, left, before, after, false, Set.of(), Set.of());
    }

    /** Returns the link to a right object as it was before. */
    public Link<L, R> linkBefore(R right) {
        return new Link<>(call, left, right, isMain(before, right), mainBefore.contains(right));
    }

    /** Returns the link to a right object as it will be. */
    public Link<L, R> linkAfter(R right) {
        return new Link<>(call, left, right, isMain(after, right), mainAfter.contains(right));
    }

    private boolean isMain(List<R> rights, R right) {
        return tellsMain && !rights.isEmpty() && rights.get(0).equals(right);
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
