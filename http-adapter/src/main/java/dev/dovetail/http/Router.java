package dev.dovetail.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path: literals before parameters, parameters in the order in which they were added. */
final class Router {
    /** Holds the routes of one path, by method, and the values that the path holds. */
    record Match(Map<String, Route> routes, List<String> values) {
        Set<String> methods() {
            return routes.keySet();
        }
    }

    private record Edge(KeyFormat<?> format, Node target) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final List<Edge> parameters = new ArrayList<>();
        private final Map<String, Route> routes = new TreeMap<>();
    }

    private final Node root = new Node();
    private final List<Route> all = new ArrayList<>();

    /** Adds a route; its method and path must be new. */
    void add(Route route) {
        Node node = root;
        for (Route.Segment segment : route.segments()) {
            node = step(node, segment);
        }
        if (node.routes.putIfAbsent(route.method(), route) != null) {
            throw new IllegalArgumentException("route " + route.method() + " " + route.path() + ": given twice");
        }
        all.add(route);
    }

    List<Route> routes() {
        return List.copyOf(all);
    }

    private static Node step(Node node, Route.Segment segment) {
        if (segment.literal() != null) {
            return node.literals.computeIfAbsent(segment.literal(), text -> new Node());
        }
        KeyFormat<?> format = java.util.Objects.requireNonNull(segment.format(), "format");
        String pattern = format.pattern().pattern();
        for (Edge edge : node.parameters) {
            if (edge.format().pattern().pattern().equals(pattern)) {
                return edge.target();
            }
        }
        Edge added = new Edge(format, new Node());
        node.parameters.add(added);
        return added.target();
    }

    @Nullable
    Match find(String path) {
        List<String> values = new ArrayList<>(4);
        Node node = find(root, path, 1, values);
        return node == null ? null : new Match(Collections.unmodifiableMap(node.routes), values);
    }

    private static @Nullable Node find(Node node, String path, int from, List<String> values) {
        if (from > path.length()) {
            return node.routes.isEmpty() ? null : node;
        }
        int slash = path.indexOf('/', from);
        int end = slash < 0 ? path.length() : slash;
        String segment = decode(path.substring(from, end));
        Node literal = node.literals.get(segment);
        Node found = literal == null ? null : find(literal, path, end + 1, values);
        for (int i = 0; found == null && i < node.parameters.size(); i++) {
            Edge edge = node.parameters.get(i);
            if (edge.format().matches(segment)) {
                int size = values.size();
                values.add(segment);
                found = find(edge.target(), path, end + 1, values);
                if (found == null) {
                    values.subList(size, values.size()).clear();
                }
            }
        }
        return found;
    }

    /** Returns a text as one segment of a path. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
