package dev.dovetail.dao.file;

import dev.dovetail.json.JacksonCodec;
import dev.dovetail.json.JsonPart;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes commits happen whole or not at all, and keeps their entries until they are delivered.
 *
 * <p>A commit writes the new files beside the old ones, then a file {@code commit-N.json} that names them and holds the
 * entries: once that one has its name on the disk, the commit has happened. Then the new files take the places of the
 * old ones, now or at the next start. The commit's file goes when all its entries are delivered. Thread-safe.
 */
final class CommitLog {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final Pattern COMMIT = Pattern.compile("commit-(\\d+)\\.json");
    private static final Pattern LEFT_OVER = Pattern.compile(".+\\.json\\.\\d+");
    private static final String NEXT = "commit.json.0";

    /** Up to this many entries, a commit's file is written again whenever one of them has been delivered. */
    private static final int FEW = 64;

    private final Path directory;
    private final Path control;
    private final Disk disk;
    private final CommitFormat format;
    private final Map<Long, CommitFile> kept = new TreeMap<>();
    private final Map<KeptEntry.Key, Long> numbers = new HashMap<>();
    private final Map<Long, Integer> written = new HashMap<>();
    private final Set<Long> settled = new TreeSet<>();
    private long last;
    private @Nullable Long unfinished;
    private @Nullable String broken;

    CommitLog(Path directory, Path control, Disk disk, JacksonCodec codec) {
        this.directory = directory;
        this.control = control;
        this.disk = disk;
        this.format = new CommitFormat(codec);
    }

    /**
     * Finishes the commits that have happened and discards those that have not; to be called first.
     *
     * @return what is to be delivered, in the order recorded
     * @throws IllegalStateException if a commit's file cannot be read or what it replaces has been edited since
     */
    synchronized List<KeptEntry> recover() throws IOException {
        FileFaults faults = new FileFaults();
        for (Path path : list(COMMIT)) {
            JsonPart root = TextFile.read(path, faults.in(path));
            if (root != null) {
                keep(format.read(number(path), path, root, faults.in(path)));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.message("commits cannot be read from " + control
                    + "; nothing was changed. Mend the files; or take them away, and what they hold is lost:"));
        }
        for (CommitFile commit : List.copyOf(kept.values())) {
            replace(commit);
        }
        for (Path path : list(LEFT_OVER)) {
            disk.delete(path);
        }
        return kept.values().stream()
                .flatMap(commit -> commit.entries().values().stream())
                .toList();
    }

    private List<Path> list(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.list(control)) {
            return files.filter(file ->
                            pattern.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path path) {
        Matcher matcher = COMMIT.matcher(path.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private void keep(CommitFile commit) {
        last = Math.max(last, commit.number());
        kept.put(commit.number(), commit);
        written.put(commit.number(), commit.entries().size());
        commit.entries().keySet().forEach(key -> numbers.put(key, commit.number()));
    }

    /**
     * Makes a commit happen.
     *
     * @param contents of files that change, by name
     * @return the stamps that the files have
     * @throws IOException if it has not happened
     */
    synchronized Map<String, Stamp> commit(Map<String, String> contents, List<OutboxEntry> recorded)
            throws IOException {
        finish();
        long number = ++last;
        Map<String, Stamp> stamps = new LinkedHashMap<>();
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        contents.forEach((name, text) -> bytes.put(name, TextFile.bytes(text)));
        List<Replacement> replacements = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> file : bytes.entrySet()) {
                Path by = control.resolve(file.getKey() + "." + number);
                disk.write(by, file.getValue());
                stamps.put(file.getKey(), Stamp.of(by));
                Stamp before = Stamp.of(directory.resolve(file.getKey()));
                replacements.add(new Replacement(file.getKey(), by.getFileName().toString(), before.text()));
            }
            if (recorded.isEmpty() && replacements.size() == 1) {
                replaceOne(replacements.get(0));
                return stamps;
            }
            List<KeptEntry> entries = recorded.stream().map(KeptEntry::of).toList();
            CommitFile commit = new CommitFile(number, path(number), replacements, entries);
            put(commit);
            keep(commit);
        } catch (IOException | RuntimeException e) {
            forget(number, replacements, e);
            throw e;
        }
        unfinished = number;
        try {
            finish();
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "commit {} has happened, but its files could not be put in their places; done again later",
                    number,
                    e);
        }
        return stamps;
    }

    private Path path(long number) {
        return control.resolve("commit-%012d.json".formatted(number));
    }

    /** A single file needs no commit file: its own name is the point from which on the commit has happened. */
    private void replaceOne(Replacement only) throws IOException {
        disk.move(control.resolve(only.by()), directory.resolve(only.file()));
        disk.sync(directory);
    }

    private void put(CommitFile commit) throws IOException {
        Path next = control.resolve(NEXT);
        disk.write(next, TextFile.bytes(format.write(commit)));
        disk.move(next, commit.path());
        disk.sync(control);
    }

    /** Takes back a commit that failed before it had happened. */
    private void forget(long number, List<Replacement> replacements, Exception cause) {
        try {
            disk.delete(path(number));
        } catch (IOException e) {
            // whether it happens is decided at the next start: until then nothing may be built on either outcome
            broken = "it is not known whether commit " + number + " has happened; close and open the store";
            cause.addSuppressed(e);
            return;
        }
        try {
            for (Replacement replacement : replacements) {
                disk.delete(control.resolve(replacement.by()));
            }
        } catch (IOException e) {
            cause.addSuppressed(e); // what is left over is deleted at the next start
        }
    }

    /**
     * Puts the files of the last commit in their places if that could not be done at once.
     *
     * @throws IllegalStateException if that must not be done: a file has been edited since
     */
    synchronized void finish() throws IOException {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        CommitFile commit = unfinished == null ? null : kept.get(unfinished);
        if (commit != null) {
            replace(commit);
            unfinished = null;
        }
    }

    private void replace(CommitFile commit) throws IOException {
        for (Replacement replacement : commit.replacements()) {
            Path by = control.resolve(replacement.by());
            Path file = directory.resolve(replacement.file());
            Stamp wanted = Stamp.of(by);
            Stamp now = Stamp.of(file);
            if (wanted.equals(Stamp.ABSENT)) {
                continue; // it is in its place
            }
            if (!List.of(replacement.before(), wanted.text(), Stamp.ABSENT.text())
                    .contains(now.text())) {
                throw new IllegalStateException(file + " was edited while commit " + commit.number()
                        + " was being stored. To keep the edit and lose the commit's change, delete " + by
                        + "; to lose the edit, delete " + file);
            }
            disk.move(by, file);
        }
        if (!commit.replacements().isEmpty()) {
            disk.sync(directory);
        }
        if (commit.entries().isEmpty()) {
            remove(commit);
        } else {
            kept.put(commit.number(), commit.replaced());
        }
    }

    private void remove(CommitFile commit) throws IOException {
        disk.delete(commit.path());
        kept.remove(commit.number());
        written.remove(commit.number());
    }

    /** Forgets entries that are delivered, and keeps what has become of the others. */
    synchronized void settle(Map<OutboxEntry, Outbox.Result> results) throws IOException {
        finish();
        Set<Long> failed = new HashSet<>();
        results.forEach((entry, result) -> {
            KeptEntry.Key key = KeptEntry.Key.of(entry);
            Long number = result.done() ? forget(key) : change(key, one -> one.after(result));
            if (number != null && result.error() != null) {
                failed.add(number);
            }
        });
        for (Long number : List.copyOf(settled)) {
            writeDown(number, failed.contains(number));
        }
    }

    /**
     * Returns which commit has lost the entry; null if none has it: it was settled when that could not be written down.
     */
    private @Nullable Long forget(KeptEntry.Key key) {
        return settled(numbers.remove(key), commit -> commit.entries().remove(key));
    }

    private @Nullable Long change(KeptEntry.Key key, UnaryOperator<KeptEntry> step) {
        return settled(
                numbers.get(key), commit -> commit.entries().computeIfPresent(key, (any, entry) -> step.apply(entry)));
    }

    private @Nullable Long settled(@Nullable Long number, Consumer<CommitFile> step) {
        CommitFile commit = number == null ? null : kept.get(number);
        if (number == null || commit == null) {
            return null;
        }
        step.accept(commit);
        settled.add(number);
        return number;
    }

    /** Forgets the failed entries with an id, or has them tried again as if they had never been. */
    synchronized void resolve(UUID id, boolean again) throws IOException {
        finish();
        List<KeptEntry> failed = kept.values().stream()
                .flatMap(commit -> commit.entries().values().stream())
                .filter(entry -> entry.id().equals(id) && entry.error() != null)
                .toList();
        for (KeptEntry entry : failed) {
            Long number = again ? change(entry.key(), KeptEntry::fresh) : forget(entry.key());
            if (number != null) {
                writeDown(number, true);
            }
        }
    }

    /** Of a commit with many entries not each batch that is delivered has the rest written again. */
    private void writeDown(Long number, boolean now) throws IOException {
        CommitFile commit = kept.get(number);
        if (commit != null) {
            int size = commit.entries().size();
            int before = written.getOrDefault(number, 0);
            if (size == 0) {
                remove(commit);
            } else if (now || before <= FEW || size <= before / 2) {
                put(commit);
                written.put(number, size);
            } else {
                return;
            }
        }
        settled.remove(number);
    }

    /** Writes down all that is settled. */
    synchronized void flush() throws IOException {
        finish();
        for (Long number : List.copyOf(settled)) {
            writeDown(number, true);
        }
    }
}
