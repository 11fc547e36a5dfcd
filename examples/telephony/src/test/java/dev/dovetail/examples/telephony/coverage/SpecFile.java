package dev.dovetail.examples.telephony.coverage;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Is one file of the specification.
 *
 * @param name without its ending
 * @param root what is in it
 */
record SpecFile(String name, JsonNode root) {
    static final Path FOLDER = Path.of("spec");

    private static final YAMLMapper YAML = new YAMLMapper();

    static SpecFile read(Path path) {
        return new SpecFile(path.getFileName().toString().replace(".yaml", ""), YAML.readTree(path.toFile()));
    }

    /** Returns the file of a resource. */
    static SpecFile resource(String name) {
        return read(FOLDER.resolve("resources").resolve(name + ".yaml"));
    }

    /** Returns the paths that the file names. */
    List<String> paths() {
        Set<String> paths = new TreeSet<>();
        root.path("paths")
                .valueStream()
                .forEach(one -> paths.add(one.path("path").asString(one.asString(""))));
        root.path("subresources")
                .forEach(one -> Stream.of(one.path("path").asString("").split(" and | \\| "))
                        .forEach(paths::add));
        return List.copyOf(paths);
    }

    /** Returns whether a request is for one of its paths. */
    boolean names(String requested) {
        return paths().stream().anyMatch(path -> matches(path, requested));
    }

    /** Returns whether a requested path, with its query, is one of a path with places. */
    static boolean matches(String path, String requested) {
        String pattern = path.replaceAll("\\{[^}]*}", "[^/]+");
        return requested.replaceAll("\\?.*", "").matches(pattern);
    }

    /** Returns the name of the event of a kind: created, associated and so on. */
    String event(String kind) {
        return root.path("events").path(kind).path("name").asString("");
    }
}
