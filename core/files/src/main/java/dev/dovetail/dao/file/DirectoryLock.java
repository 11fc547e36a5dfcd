package dev.dovetail.dao.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Keeps a directory to one store of one process; the operating system lets go of it when the process ends.
 *
 * <p>The lock's file is not touched if this very process has it: on POSIX, closing any channel to a file gives up all
 * locks that the process has on it. So who has it is told by a file of its own.
 */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path holder;

    private DirectoryLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /**
     * Takes a directory.
     *
     * @throws IllegalStateException if another store has it
     */
    static synchronized DirectoryLock of(Path directory, Path control) throws IOException {
        Path holder = control.resolve("holder");
        String known = Files.exists(holder) ? Files.readString(holder).strip() : "";
        if (known.startsWith(process())) {
            throw inUse(directory, known);
        }
        FileChannel channel =
                FileChannel.open(control.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            if (!locked) {
                throw inUse(directory, known);
            }
            Files.writeString(holder, process() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
            return new DirectoryLock(channel, holder);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Tells this process from an earlier one of the same number. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        return "process " + self.pid() + " started "
                + self.info().startInstant().map(Instant::toString).orElse("at an unknown time");
    }

    private static IllegalStateException inUse(Path directory, String holder) {
        return new IllegalStateException("directory " + directory + ": in use by another store: "
                + (holder.isEmpty() ? "process unknown" : holder) + "; close that one first");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(holder);
        channel.close();
    }
}
