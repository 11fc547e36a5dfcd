package dev.dovetail.operation;

/**
 * Pairs an object at one end of a link, or its key, with the attributes of the link.
 *
 * @param value the object or its key
 * @param attributes the attributes of the link; an empty record if the association has none
 * @param <T> the object or its key
 * @param <A> the record of attributes
 * @since 0.1
 */
public record Linked<T, A extends Record>(T value, A attributes) {}
