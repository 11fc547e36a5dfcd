package dev.dovetail.operation;

import dev.dovetail.context.CallContext;

/**
 * States that a left and a right object are, or will no longer be, associated.
 *
 * @param call who makes the change
 * @param left the left object
 * @param right the right object
 * @param mainRight whether the right one is the main one, that is the first, of the left one's rights; false where the
 *     association does not tell {@linkplain dev.dovetail.resource.Association#tellsMain() which is}
 * @param mainLeft whether the left one is the main one, that is the first, of the right one's lefts; likewise
 * @param <L> the left model
 * @param <R> the right model
 * @since 0.1
 */
public record Link<L, R>(CallContext call, L left, R right, boolean mainRight, boolean mainLeft) {

    /** Makes a link of which nothing is told about main ones. */
    public Link(CallContext call, L left, R right) {
        this(call, left, right, false, false);
    }
}
