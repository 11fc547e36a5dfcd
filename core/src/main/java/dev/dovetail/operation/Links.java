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
 * @param setBefore the right objects so far
 * @param setAfter the right objects wanted, in the order given, repeats included
 * @param <L> the left model
 * @param <R> the right model
 * @since 0.1
 */
public record Links<L, R>(CallContext call, L left, LinkSet<R> setBefore, LinkSet<R> setAfter) {

    /** Makes links of which nothing more is told. */
    public Links(CallContext call, L left, List<R> before, List<R> after) {
        this(call, left, LinkSet.of(before), LinkSet.of(after));
    }

    /** Returns the right objects so far, in order. */
    public List<R> before() {
        return setBefore.rights();
    }

    /** Returns the right objects wanted, in the order given, repeats included. */
    public List<R> after() {
        return setAfter.rights();
    }

    /**
     * Returns those of the right objects so far whose main left one this is; none where the association does not tell.
     */
    public Set<R> mainBefore() {
        return setBefore.mains();
    }

    /** Returns those of the right objects wanted whose main left one this is, or will be; likewise. */
    public Set<R> mainAfter() {
        return setAfter.mains();
    }

    /** Returns the link to a right object as it was before. */
    public Link<L, R> linkBefore(R right) {
        return new Link<>(call, left, right, setBefore.state(right));
    }

    /** Returns the link to a right object as it will be. */
    public Link<L, R> linkAfter(R right) {
        return new Link<>(call, left, right, setAfter.state(right));
    }

    /** Returns the right objects that come, each once. */
    public List<R> added() {
        return minus(after(), before());
    }

    /** Returns the right objects that leave. */
    public List<R> removed() {
        return minus(before(), after());
    }

    /** Returns the right objects that stay and whose links carry something else, each once. */
    public List<R> changed() {
        return setAfter.changed();
    }

    private static <R> List<R> minus(List<R> some, List<R> others) {
        Set<R> rest = new LinkedHashSet<>(some);
        others.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
