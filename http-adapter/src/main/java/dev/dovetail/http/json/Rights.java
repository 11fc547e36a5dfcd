package dev.dovetail.http.json;

import java.util.List;

/**
 * Tells what the caller of a request may do beyond the request itself.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Rights {
    /** Grants everything: for objects that are written for the application itself. */
    Rights ALL = words -> true;

    /**
     * Returns whether the caller has a right.
     *
     * @param words of its name, without the prefix of the API: {@code instruments}, {@code 7}, {@code secret}
     */
    boolean grant(List<String> words);
}
