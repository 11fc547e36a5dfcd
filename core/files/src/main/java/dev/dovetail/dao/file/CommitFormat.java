package dev.dovetail.dao.file;

import dev.dovetail.json.JacksonCodec;
import dev.dovetail.json.JsonPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what a commit has left to do as a JSON object, and reads it. Thread-safe. */
final class CommitFormat {
    private static final String REPLACE = "replace";
    private static final String DELIVER = "deliver";

    private final RowFormat<Replacement> replacements;
    private final RowFormat<KeptEntry> entries;

    CommitFormat(JacksonCodec codec) {
        this.replacements = new RowFormat<>(RowShape.of(Replacement.DESCRIPTION), codec);
        this.entries = new RowFormat<>(RowShape.of(KeptEntry.DESCRIPTION), codec);
    }

    String write(CommitFile commit) {
        return "{\n" + list(REPLACE, replacements, commit.replacements()) + ",\n"
                + list(DELIVER, entries, List.copyOf(commit.entries().values())) + "\n}\n";
    }

    private static <T extends Record> String list(String name, RowFormat<T> format, List<T> rows) {
        return rows.stream()
                .map(row -> "\n    " + format.write(row))
                .collect(Collectors.joining(",", "  \"" + name + "\": [", rows.isEmpty() ? "]" : "\n  ]"));
    }

    CommitFile read(long number, Path path, JsonPart root, FileFaults.In faults) {
        if (!root.members().keySet().equals(java.util.Set.of(REPLACE, DELIVER))) {
            faults.at(root, "not what is expected: {\"" + REPLACE + "\": [...], \"" + DELIVER + "\": [...]}");
        }
        return new CommitFile(
                number,
                path,
                rows(root.members().get(REPLACE), replacements, faults),
                rows(root.members().get(DELIVER), entries, faults));
    }

    private static <T extends Record> List<T> rows(
            @org.jspecify.annotations.Nullable JsonPart list, RowFormat<T> format, FileFaults.In faults) {
        List<T> rows = new ArrayList<>();
        for (JsonPart part : list == null ? List.<JsonPart>of() : list.elements()) {
            T row = format.read(part, faults);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }
}
