package dev.dovetail.operation;

/**
 * Pairs an object at one end of a link, or its key, with what the link carries.
 *
 * @param value the object or its key
 * @param attributes what the link carries
 * @param <T> the object or its key
 * @param <A> the record of attributes
 * @since 0.1
 */
public record Attributed<T, A extends Record>(T value, A attributes) {}
