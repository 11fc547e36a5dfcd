package dev.dovetail.http.openapi;

import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Route;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Names the parameters of paths, and says what they take. */
final class Parameters {
    private Parameters() {}

    /**
     * Returns the names of the parameters, in order: {@code id} for a single one, else {@code userId} after {@code
     * /users}.
     */
    static List<String> names(Route route, Naming naming) {
        List<String> names = new ArrayList<>();
        long count = route.segments().stream()
                .filter(segment -> segment.literal() == null)
                .count();
        String before = "";
        for (Route.Segment segment : route.segments()) {
            if (segment.literal() != null) {
                before = segment.literal();
            } else {
                String name = count == 1 ? "id" : naming.json(decapitalised(Schema.nameOf(singular(before))) + "Id");
                names.add(names.contains(name) ? name + (names.size() + 1) : name);
            }
        }
        return names;
    }

    private static String singular(String many) {
        return many.endsWith("ies")
                ? many.substring(0, many.length() - 3) + "y"
                : many.endsWith("s") ? many.substring(0, many.length() - 1) : many;
    }

    private static String decapitalised(String name) {
        return name.isEmpty() ? "" : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns the path with the names in braces. */
    static String path(Route route, List<String> names) {
        StringBuilder path = new StringBuilder();
        int next = 0;
        for (Route.Segment segment : route.segments()) {
            path.append('/').append(segment.literal() == null ? "{" + names.get(next++) + "}" : segment.literal());
        }
        return path.toString();
    }

    /**
     * Returns what a parameter takes in any of the routes of one path. Where that has several forms it is a text of any
     * of them, which is what clients write into a path.
     *
     * @param index of the parameter, from 0
     */
    static Schema schema(List<Route> routes, int index) {
        List<KeyFormat<?>> formats = routes.stream()
                .<KeyFormat<?>>map(route ->
                        Objects.requireNonNull(parameters(route).get(index).format()))
                .toList();
        List<String> patterns = formats.stream()
                .map(format -> format.pattern().pattern())
                .distinct()
                .toList();
        return patterns.size() == 1
                ? formats.get(0).schema()
                : Schema.string().with("pattern", patterns.stream().collect(Collectors.joining("|", "^(?:", ")$")));
    }

    private static List<Route.Segment> parameters(Route route) {
        return route.segments().stream()
                .filter(segment -> segment.literal() == null)
                .toList();
    }
}
