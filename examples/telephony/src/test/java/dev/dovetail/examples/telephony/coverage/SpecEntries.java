package dev.dovetail.examples.telephony.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** Makes entries of what the files of the specification say. */
final class SpecEntries {
    /** Is what one thing is told by: a map with one of these keys is one entry. */
    private static final Set<String> WHOLE = Set.of("error", "name", "method");

    /** Are the parts of a file whose members are one entry each, whatever is in them. */
    private static final Set<String> WHOLE_MEMBERS =
            Set.of("events", "embedded", "reload", "commands", "known_keys", "embedded_in");

    /** Are the parts of a file that are one entry. */
    private static final Set<String> WHOLE_SECTIONS = Set.of("id", "not_found", "acl", "main", "type_enum");

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private SpecEntries() {}

    /** Returns the entries of all files by their ids, in the order of the files. */
    static Map<String, Entry> read() {
        SpecEntries all = new SpecEntries();
        all.markdown("conventions");
        all.markdown("services");
        all.yaml(SpecFile.FOLDER.resolve("destinations.yaml"));
        files("resources").forEach(all::yaml);
        files("associations").forEach(all::yaml);
        return all.entries;
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(SpecFile.FOLDER.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void yaml(Path path) {
        SpecFile file = SpecFile.read(path);
        file.root().properties().stream()
                .filter(part -> !Set.of("resource", "association").contains(part.getKey()))
                .forEach(part -> section(file, file.name() + "/" + slug(part.getKey()), part.getValue()));
    }

    private void section(SpecFile file, String id, JsonNode said) {
        String name = id.substring(id.indexOf('/') + 1);
        if (WHOLE_SECTIONS.contains(name)) {
            add(file, id, said);
        } else if (WHOLE_MEMBERS.contains(name) && said.isObject()) {
            said.properties().forEach(one -> add(file, id + "/" + slug(one.getKey()), one.getValue()));
        } else {
            walk(file, id, said);
        }
    }

    private void walk(SpecFile file, String id, JsonNode said) {
        if (said.isObject() && said.propertyStream().noneMatch(one -> WHOLE.contains(one.getKey()))) {
            said.properties().forEach(one -> walk(file, id + "/" + slug(one.getKey()), one.getValue()));
        } else if (said.isArray()
                && !said.isEmpty()
                && (isColumns(id) || !said.valueStream().allMatch(SpecEntries::isWord))) {
            int number = 1;
            for (JsonNode one : said) {
                walk(file, id + "/" + member(id, one, number++), one);
            }
        } else {
            add(file, id, said);
        }
    }

    private static String member(String id, JsonNode one, int number) {
        String name = one.path("name").asString("");
        return isColumns(id) ? slug(one.asString()) : name.isEmpty() ? String.valueOf(number) : slug(name);
    }

    private static boolean isColumns(String id) {
        return id.matches("\\w+/list/(search|filter|sort)");
    }

    private static boolean isWord(JsonNode one) {
        return one.asString("").matches("[\\w-]+");
    }

    private static String slug(String text) {
        return text.replaceAll("[^\\w.|-]+", "_").replaceAll("^_|_$", "");
    }

    private void add(SpecFile file, String id, JsonNode said) {
        if (entries.put(id, new Entry(file, id, said)) != null) {
            throw new IllegalStateException("two entries are named " + id);
        }
    }

    /** Takes each point of a list, row of a table and other paragraph as an entry, numbered within its heading. */
    private void markdown(String name) {
        SpecFile file = new SpecFile(name, MissingNode.getInstance());
        String heading = name;
        String part = "";
        int number = 0;
        for (String statement : statements(SpecFile.FOLDER.resolve(name + ".md"))) {
            if (statement.startsWith("## ")) {
                heading = name + "/"
                        + slug(statement.replaceAll("^#+ |\\. .*|\\(.*", "").toLowerCase());
                part = "";
                number = 0;
            } else if (statement.startsWith("### ")) {
                part = "/" + slug(statement.substring(4).toLowerCase());
                number = 0;
            } else if (!heading.equals(name)) {
                add(file, heading + part + "/" + ++number, StringNode.valueOf(statement));
            }
        }
    }

    private static List<String> statements(Path path) {
        List<String> statements = new ArrayList<>();
        boolean goesOn = false;
        boolean table = false;
        for (String line : lines(path)) {
            boolean row = line.startsWith("|");
            if (goesOn && !line.isBlank() && !row && !line.startsWith("* ") && !line.startsWith("#")) {
                statements.set(statements.size() - 1, statements.get(statements.size() - 1) + " " + line.strip());
            } else if (row && (!table || line.startsWith("|---"))) {
                goesOn = false; // the head of a table says nothing
            } else if (!line.isBlank()) {
                statements.add(line.strip());
                goesOn = !row && !line.startsWith("#");
            } else {
                goesOn = false;
            }
            table = row;
        }
        return statements;
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
