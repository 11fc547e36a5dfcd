package dev.dovetail.plugin;

import java.util.Locale;

/** Makes names by convention. */
final class Conventions {
    private Conventions() {}

    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
