package dev.dovetail.http.json;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a Java value from a JSON value that is not null. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ValueReader {

    /**
     * Returns the value; after a fault has been reported, null or the value with nulls at its faulty places.
     *
     * @param type what is wanted, with its type arguments
     * @param target takes the faults of this value
     */
    @Nullable
    Object read(JsonNode node, Type type, Reading target);
}
