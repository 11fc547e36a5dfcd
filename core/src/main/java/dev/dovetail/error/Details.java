package dev.dovetail.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ordered details of a {@link Violation}; unlike {@link Map#of()} it keeps the order and takes nulls.
 *
 * @since 0.1
 */
public final class Details {
    private Details() {}

    /** Returns no details. */
    public static Map<String, @Nullable Object> none() {
        return Collections.emptyMap();
    }

    /** Returns one detail. */
    public static Map<String, @Nullable Object> of(String name, @Nullable Object value) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put(name, value);
        return details;
    }

    /** Returns two details, in this order. */
    public static Map<String, @Nullable Object> of(
            String name, @Nullable Object value, String name2, @Nullable Object value2) {
        Map<String, @Nullable Object> details = of(name, value);
        details.put(name2, value2);
        return details;
    }

    /** Returns three details. */
    public static Map<String, @Nullable Object> of(
            String name,
            @Nullable Object value,
            String second,
            @Nullable Object secondValue,
            String third,
            @Nullable Object thirdValue) {
        Map<String, @Nullable Object> details = of(name, value, second, secondValue);
        details.put(third, thirdValue);
        return details;
    }
}
