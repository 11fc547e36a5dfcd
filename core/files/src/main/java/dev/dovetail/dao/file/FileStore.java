package dev.dovetail.dao.file;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps everything in files that people can read, edit and keep in git; see the package's description for what they
 * look like and what is guaranteed.
 *
 * <p>Rows and links, and their text in the files, are held in memory as well, and all reads are answered from there.
 * One unit of work writes at a time, the others wait; isolation is serializable. A commit writes each file that it
 * changes whole, so it takes time in proportion to the rows of the resources that it changes. Edits made by hand are
 * announced to no listener.
 *
 * <p>Asking for a DAO reads its file, and throws {@link IllegalStateException} with file, line and column if that
 * cannot be read. While an edit made since then cannot be, units of work end with STORE_UNAVAILABLE, which says the
 * same, and reads go on with what was read last. Thread-safe; whoever opens a store closes it.
 *
 * @since 0.1
 */
public final class FileStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final String CONTROL = ".dovetail";

    private final MemoryStore memory;
    private final Outbox outbox;
    private final Tables tables;
    private final CommitLog log;
    private final DirectoryLock lock;

    private FileStore(Builder builder, Disk disk) throws IOException {
        Path control = builder.directory.resolve(CONTROL);
        if (!Files.isDirectory(control)) {
            Files.createDirectories(control);
            disk.sync(builder.directory);
        }
        this.lock = DirectoryLock.of(builder.directory, control);
        try {
            Files.writeString(control.resolve(".gitignore"), "*\n", StandardCharsets.UTF_8);
            this.log = new CommitLog(builder.directory, control, disk, builder.codec);
            AtomicReference<@Nullable Tables> made = new AtomicReference<>();
            this.memory = MemoryStore.create(builder.clock, builder.lockTimeout, state -> {
                Tables all = new Tables(builder.directory, state, log, builder.codec, builder.checkEvery);
                made.set(all);
                return all;
            });
            this.tables = Objects.requireNonNull(made.get(), "tables");
            this.outbox = new FileOutbox(memory.outbox(), log, builder.codec);
            tables.restore(log.recover(), builder.codec);
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Starts to open the store in a directory, which is made if there is none. */
    public static Builder builder(Path directory) {
        return new Builder(directory);
    }

    @Override
    public <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource) {
        return memory.dao(resource);
    }

    @Override
    public <L extends Record, LK, R extends Record, RK> AssociationDao<LK, RK> dao(
            Association<L, LK, R, RK> association) {
        return memory.dao(association);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Transaction begin() {
        return memory.begin();
    }

    @Override
    public void close() {
        tables.close();
        try {
            log.flush();
        } catch (IOException | RuntimeException e) {
            LOG.warn("some that was delivered will be delivered again", e);
        } finally {
            unlock();
        }
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects how a store is to be opened. Not thread-safe. */
    public static final class Builder {
        private final Path directory;
        private JacksonCodec codec = JacksonCodec.create();
        private Clock clock = Clock.systemUTC();
        private Duration lockTimeout = Duration.ofSeconds(10);
        private Duration checkEvery = Duration.ofMillis(200);

        private Builder(Path directory) {
            this.directory = directory.toAbsolutePath().normalize();
        }

        /** Writes values and the data of events in another way than {@link JacksonCodec#create()}. */
        public Builder codec(JacksonCodec writes) {
            this.codec = writes;
            return this;
        }

        /** Tells when commands are due again; the system's clock unless called. */
        public Builder clock(Clock tells) {
            this.clock = tells;
            return this;
        }

        /** Says how long a writer waits for another before it ends with TIMED_OUT; 10 s unless called. */
        public Builder lockTimeout(Duration time) {
            this.lockTimeout = time;
            return this;
        }

        /**
         * Says how long a read may miss an edit made by hand; 200 ms unless called. A unit of work misses none,
         * whatever this is.
         *
         * @param time zero to look with each read
         */
        public Builder checkEvery(Duration time) {
            this.checkEvery = time;
            return this;
        }

        /**
         * Opens the store: takes the directory for this process and finishes what the one before has left.
         *
         * @throws IllegalStateException if another store has the directory open, or what is left in it cannot be read
         * @throws UncheckedIOException if the directory cannot be written
         */
        public FileStore open() {
            return open(Disk.real());
        }

        FileStore open(Disk disk) {
            try {
                return new FileStore(this, disk);
            } catch (IOException e) {
                throw new UncheckedIOException("directory " + directory + ": " + e, e);
            }
        }
    }
}
