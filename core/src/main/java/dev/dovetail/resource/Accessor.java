package dev.dovetail.resource;

import java.io.Serializable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refers to the accessor of a record component: {@code Voicemail::number}.
 *
 * <p>It is serializable only so that the description can read the component's name from the method reference; a lambda
 * in its place is refused when the description is made.
 *
 * @param <T> the model record
 * @param <V> the component's type
 * @since 0.1
 */
@FunctionalInterface
public interface Accessor<T, V extends @Nullable Object> extends Function<T, V>, Serializable {}
