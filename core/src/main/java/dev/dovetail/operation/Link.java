package dev.dovetail.operation;

import dev.dovetail.context.CallContext;

/**
 * States that a left and a right object are, or will no longer be, associated.
 *
 * @param call who makes the change
 * @param left the left object
 * @param right the right object
 * @param <L> the left model
 * @param <R> the right model
 * @since 0.1
 */
public record Link<L, R>(CallContext call, L left, R right) {}
