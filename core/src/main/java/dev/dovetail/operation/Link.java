package dev.dovetail.operation;

import dev.dovetail.context.CallContext;
import dev.dovetail.resource.Attributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * States that a left and a right object are, or will no longer be, associated.
 *
 * @param call who makes the change
 * @param left the left object
 * @param right the right object
 * @param state how the link is among others, and what it carries
 * @param <L> the left model
 * @param <R> the right model
 * @since 0.1
 */
public record Link<L, R>(CallContext call, L left, R right, LinkState state) {

    /** Makes a link of which nothing more is told. */
    public Link(CallContext call, L left, R right) {
        this(call, left, right, LinkState.UNKNOWN);
    }

    /**
     * Returns whether the right one is the main one, that is the first, of the left one's rights; false where the
     * association does not tell {@linkplain dev.dovetail.resource.Association#tellsMain() which is}.
     */
    public boolean mainRight() {
        return state.mainRight();
    }

    /** Returns whether the left one is the main one, that is the first, of the right one's lefts; likewise. */
    public boolean mainLeft() {
        return state.mainLeft();
    }

    /**
     * Returns what the link carries, or has carried if it is undone.
     *
     * @throws IllegalArgumentException if these are not the attributes of its association
     */
    public <A extends Record> A attributes(Attributes<A> attributes) {
        return typed(attributes, state.attributes())
                .orElseThrow(
                        () -> new IllegalArgumentException("link: carries nothing (expected: " + attributes + ")"));
    }

    /**
     * Returns what a link that stays has carried so far; empty for one that comes or leaves.
     *
     * @throws IllegalArgumentException if these are not the attributes of its association
     */
    public <A extends Record> Optional<A> attributesBefore(Attributes<A> attributes) {
        return typed(attributes, state.attributesBefore());
    }

    private static <A extends Record> Optional<A> typed(Attributes<A> attributes, @Nullable Record carried) {
        if (carried != null && !attributes.model().isInstance(carried)) {
            throw new IllegalArgumentException(
                    "link: carries " + carried.getClass().getSimpleName() + " (asked for: " + attributes + ")");
        }
        return Optional.ofNullable(carried).map(attributes.model()::cast);
    }
}
