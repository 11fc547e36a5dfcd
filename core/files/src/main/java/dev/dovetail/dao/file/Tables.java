package dev.dovetail.dao.file;

import dev.dovetail.dao.memory.Durability;
import dev.dovetail.dao.memory.MemoryState;
import dev.dovetail.dao.memory.Snapshot;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.json.JsonPart;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps files and the store in memory the same: writes what is committed, takes up what people edit. Thread-safe. */
final class Tables implements Durability {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Says which content of a file is in memory. */
    private record Loaded(DataFile file, Path path, Stamp stamp) {}

    private final Path directory;
    private final MemoryState state;
    private final CommitLog log;
    private final JacksonCodec codec;
    private final long checkNanos;
    private final Set<Object> known = ConcurrentHashMap.newKeySet();
    /** By the file's name; used by one thread at a time. */
    private final Map<String, Loaded> loaded = new TreeMap<>();

    private final AtomicLong nextCheck = new AtomicLong(System.nanoTime());
    private Map<Path, Stamp> refused = Map.of();
    private @Nullable String fault;
    private volatile boolean closed;

    Tables(Path directory, MemoryState state, CommitLog log, JacksonCodec codec, Duration checkEvery) {
        this.directory = directory;
        this.state = state;
        this.log = log;
        this.codec = codec.strict();
        this.checkNanos = checkEvery.toNanos();
    }

    @Override
    public void used(Resource<?, ?> resource) {
        if (!known.contains(resource)) {
            load(resource, new RowFile<>(resource, codec, state));
        }
    }

    @Override
    public void used(Association<?, ?, ?, ?> association) {
        if (!known.contains(association)) {
            used(association.left());
            used(association.right());
            load(association, new LinkFile<>(association, codec));
        }
    }

    private void load(Object description, DataFile file) {
        state.exclusively(true, () -> {
            Loaded other = loaded.get(file.name().toLowerCase(Locale.ROOT));
            if (other == null) {
                load(file);
            } else if (!other.file().sharedWith(file)) {
                throw new IllegalStateException("file " + file.name() + ": wanted by two descriptions, "
                        + other.file().description() + " and " + description + "; name one otherwise");
            }
            known.add(description);
        });
    }

    private void load(DataFile file) {
        if (!NAME.matcher(file.name()).matches()) {
            throw new IllegalArgumentException(
                    "file " + file.name() + ": not a name for a file (expected: " + NAME + "); name it otherwise");
        }
        FileFaults faults = new FileFaults();
        List<Loaded> read = read(List.of(new Loaded(file, directory.resolve(file.name()), Stamp.ABSENT)), faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(unreadable(faults));
        }
        read.forEach(this::keep);
    }

    private void keep(Loaded one) {
        loaded.put(one.file().name().toLowerCase(Locale.ROOT), one);
    }

    private String unreadable(FileFaults faults) {
        return faults.message("files in " + directory + " cannot be taken up; mend them, nothing was changed:");
    }

    /** Takes files into the committed state, all or, with faults, none; returns their contents' stamps. */
    private List<Loaded> read(Collection<Loaded> files, FileFaults faults) {
        List<Loaded> now = new ArrayList<>();
        Map<DataFile, JsonPart> roots = new HashMap<>();
        for (Loaded one : files) {
            Stamp stamp = stamp(one.path());
            JsonPart root = null;
            if (!stamp.equals(Stamp.ABSENT)) {
                root = parse(one.path(), faults);
            } else if (!one.stamp().equals(Stamp.ABSENT)) {
                faults.in(one.path()).whole("gone; put it back, or a file without rows or links if all are to go");
            }
            if (root != null) {
                roots.put(one.file(), root);
            }
            now.add(new Loaded(one.file(), one.path(), stamp));
        }
        if (faults.isEmpty()) {
            take(now, roots, faults);
        }
        return now;
    }

    private void take(List<Loaded> files, Map<DataFile, JsonPart> roots, FileFaults faults) {
        List<Loaded> rowsFirst = new ArrayList<>(files);
        rowsFirst.sort(Comparator.comparing(one -> !one.file().refersTo().isEmpty()));
        try {
            state.change(snapshot -> {
                Snapshot next = snapshot;
                for (Loaded one : rowsFirst) {
                    if (!faults.isEmpty() && !one.file().refersTo().isEmpty()) {
                        continue; // links to rows that cannot be read would be told as faults of their own
                    }
                    JsonPart root = roots.get(one.file());
                    next = root == null ? one.file().empty(next) : one.file().read(root, next, faults.in(one.path()));
                }
                if (!faults.isEmpty()) {
                    throw new Refused();
                }
                return next;
            });
        } catch (Refused e) {
            // the faults say why
        }
    }

    /** Leaves the state as it was. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static @Nullable JsonPart parse(Path file, FileFaults faults) {
        try {
            return TextFile.read(file, faults.in(file));
        } catch (IOException e) {
            faults.in(file).whole("cannot be read: " + e);
            return null;
        }
    }

    private static Stamp stamp(Path file) {
        try {
            return Stamp.of(file);
        } catch (IOException e) {
            throw unavailable("file " + file + " cannot be looked at: " + e, e);
        }
    }

    @Override
    public void beforeRead() {
        long due = nextCheck.get();
        long now = System.nanoTime();
        if (now - due < 0 || !nextCheck.compareAndSet(due, now + checkNanos) || closed) {
            return;
        }
        state.exclusively(false, () -> {
            try {
                refresh();
            } catch (DovetailException e) {
                LOG.debug("reads go on with what was read last", e);
            }
        });
    }

    @Override
    public void beforeUnit() {
        if (closed) {
            throw new IllegalStateException("the store of " + directory + " is closed");
        }
        refresh();
    }

    /** Takes up what people have edited, while no unit of work is running. */
    private void refresh() {
        try {
            log.finish();
        } catch (IOException | IllegalStateException e) {
            throw unavailable(String.valueOf(e.getMessage()), e);
        }
        Map<Path, Stamp> stamps = new HashMap<>();
        Set<Object> edited = new HashSet<>();
        for (Loaded one : loaded.values()) {
            Stamp stamp = stamp(one.path());
            stamps.put(one.path(), stamp);
            if (!stamp.equals(one.stamp())) {
                edited.add(one.file().description());
            }
        }
        if (edited.isEmpty()) {
            fault = null;
        } else if (fault == null || !stamps.equals(refused)) {
            takeUp(edited, stamps);
        }
        if (fault != null) {
            throw unavailable(fault, null);
        }
    }

    private void takeUp(Set<Object> edited, Map<Path, Stamp> stamps) {
        FileFaults faults = new FileFaults();
        List<Loaded> files = loaded.values().stream()
                .filter(one -> concerned(one.file(), edited))
                .toList();
        List<Loaded> now = read(files, faults);
        if (faults.isEmpty()) {
            now.forEach(this::keep);
            fault = null;
            LOG.info(
                    "took up edits: {}",
                    files.stream().map(one -> one.file().name()).toList());
        } else {
            fault = unreadable(faults);
            refused = stamps;
            LOG.error("{}", fault);
        }
    }

    /** Links are looked at again when the rows at their ends change. */
    private static boolean concerned(DataFile file, Set<Object> changed) {
        return changed.contains(file.description()) || !Collections.disjoint(file.refersTo(), changed);
    }

    private static DovetailException unavailable(String why, @Nullable Throwable cause) {
        return Errors.technical(ErrorKind.STORE_UNAVAILABLE, why, cause);
    }

    @Override
    public void commit(Snapshot before, Snapshot after, List<OutboxEntry> recorded) {
        Set<Object> changed = new HashSet<>();
        for (Loaded one : loaded.values()) {
            if (!after.same(one.file().description(), before)) {
                changed.add(one.file().description());
            }
        }
        if (changed.isEmpty() && recorded.isEmpty()) {
            return;
        }
        refuseIfEdited();
        loaded.values().stream()
                .filter(one -> concerned(one.file(), changed))
                .forEach(one -> one.file().check(before, after));
        write(changed, after, recorded);
    }

    /** An edit made since the unit of work began is not overwritten: the unit runs again, on what was edited. */
    private void refuseIfEdited() {
        if (closed) {
            throw new IllegalStateException("the store of " + directory + " is closed");
        }
        for (Loaded one : loaded.values()) {
            if (!stamp(one.path()).equals(one.stamp())) {
                throw Errors.technical(
                        ErrorKind.CONFLICT,
                        one.path() + " was edited while a unit of work was running; try again",
                        null);
            }
        }
    }

    private void write(Set<Object> changed, Snapshot after, List<OutboxEntry> recorded) {
        Map<String, String> contents = new TreeMap<>();
        List<Loaded> files = loaded.values().stream()
                .filter(one -> changed.contains(one.file().description()))
                .toList();
        files.forEach(one -> contents.put(one.file().name(), one.file().write(after)));
        try {
            Map<String, Stamp> stamps = log.commit(contents, recorded);
            for (Loaded one : files) {
                Stamp stamp = stamps.getOrDefault(one.file().name(), Stamp.ABSENT);
                keep(new Loaded(one.file(), one.path(), stamp));
            }
        } catch (IOException e) {
            throw Errors.technical(
                    ErrorKind.STORE_FAILED,
                    "files in " + directory + " could not be written; nothing was changed: " + e,
                    e);
        }
    }

    void restore(List<KeptEntry> entries, EventCodec events) {
        entries.forEach(entry -> state.restore(entry.toEntry(events), entry.due(), entry.error()));
    }

    void close() {
        closed = true;
    }
}
