package dev.dovetail.examples.telephony.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Collects the claims of tests that passed, and writes them when the last has run: to a folder for each run of the
 * build, in a file of its own, since a JVM of several runs each class by itself.
 */
final class Claims implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "coverage", System.getProperty("coverage.run", "claims"));

    private final Map<String, Entry> entries = SpecEntries.read();
    private final Set<String> passed = new TreeSet<>();

    /** Returns the entries of some ids, and fails if one is none. */
    List<Entry> resolve(Collection<String> ids) {
        return ids.stream().flatMap(this::resolve).distinct().toList();
    }

    private Stream<Entry> resolve(String id) {
        List<Entry> found = id.endsWith("*")
                ? entries.values().stream()
                        .filter(entry -> entry.id().startsWith(id.substring(0, id.length() - 1)))
                        .filter(entry -> Proof.of(entry).isPresent())
                        .toList()
                : Stream.ofNullable(entries.get(id)).toList();
        if (found.isEmpty()) {
            throw new AssertionError("claims " + id + ", which is no entry of the specification");
        }
        return found.stream();
    }

    void passed(Entry entry, String test) {
        passed.add(entry.id() + " " + test);
    }

    @Override
    public void close() throws IOException {
        if (!passed.isEmpty()) {
            Files.createDirectories(FOLDER);
            Files.write(Files.createTempFile(FOLDER, "claims", ".txt"), passed);
        }
    }

    /** Returns the tests of each id that the last run claimed. */
    static SortedMap<String, Set<String>> written() {
        SortedMap<String, Set<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] claim = line.split(" ");
                    tests.computeIfAbsent(claim[0], id -> new TreeSet<>()).add(claim[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tests;
    }
}
