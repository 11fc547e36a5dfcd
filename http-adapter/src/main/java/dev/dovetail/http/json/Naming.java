package dev.dovetail.http.json;

import java.util.Locale;

/**
 * Turns names of record components into names of JSON fields.
 *
 * @since 0.1
 */
public enum Naming {
    /** Leaves them as they are: {@code maxMessages}. */
    CAMEL_CASE {
        @Override
        public String json(String component) {
            return component;
        }
    },
    /** Separates words by underscores: {@code max_messages}. */
    SNAKE_CASE {
        @Override
        public String json(String component) {
            return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }
    };

    /** Returns the JSON name of a component. */
    public abstract String json(String component);
}
