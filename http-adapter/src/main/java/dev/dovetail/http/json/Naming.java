package dev.dovetail.http.json;

import java.util.Locale;
import java.util.regex.Pattern;

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
            return WORD_ENDS.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
        }
    };

    private static final Pattern WORD_ENDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** Returns the JSON name of a component. */
    public abstract String json(String component);
}
