package dev.dovetail.http;

import java.util.List;

/** Names operations: {@code users.12.lines.3.update}. */
final class Access {
    private Access() {}

    static String name(String prefix, Route route, List<String> values) {
        StringBuilder name = new StringBuilder(prefix);
        int next = 0;
        if (route.access() == null) {
            for (Route.Segment segment : route.segments()) {
                append(name, segment.literal() != null ? segment.literal() : value(values.get(next++)));
            }
            append(name, verb(route.method()));
        } else {
            for (String word : route.access().split("\\.", -1)) {
                append(name, word.equals("*") ? value(values.get(next++)) : word);
            }
        }
        return name.toString();
    }

    /** Returns the name made of some words, none of which becomes two. */
    static String name(String prefix, List<String> words) {
        StringBuilder name = new StringBuilder(prefix);
        words.forEach(word -> append(name, value(word)));
        return name.toString();
    }

    private static void append(StringBuilder name, String word) {
        name.append(name.isEmpty() ? "" : ".").append(word);
    }

    private static String value(String text) {
        return text.replace('.', '_');
    }

    private static String verb(String method) {
        return switch (method) {
            case "GET", "HEAD" -> "read";
            case "POST" -> "create";
            case "DELETE" -> "delete";
            default -> "update";
        };
    }
}
