package dev.dovetail.resource;

/**
 * Stands for something that every object of a resource has a value for, or null: a column, or what is derived from
 * elsewhere. Lists are filtered, sorted and searched by expressions.
 *
 * @param <T> the model record
 * @param <V> the type of the values, boxed
 * @since 0.1
 */
public sealed interface Expression<T, V> permits Column, Derived {

    /** Returns the name, camelCase. */
    String name();

    /** Returns the type of the values. */
    Class<?> type();
}
