package dev.dovetail.dao;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes values that have no column type of their own (lists, nested records) as text, and reads them back. Must be
 * thread-safe.
 *
 * @since 0.1
 */
public interface ValueCodec {

    /**
     * Returns a value as text.
     *
     * @throws IllegalArgumentException if the value cannot be written
     */
    String encode(@Nullable Object value);

    /**
     * Returns the value that a text stands for.
     *
     * @param type with its type arguments, as {@link dev.dovetail.resource.Column#genericType()} tells it
     * @throws IllegalArgumentException if the text does not fit the type
     */
    @Nullable
    Object decode(String text, Type type);
}
