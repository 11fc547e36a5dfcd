package dev.dovetail.dao.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a directory to one store of one process; the operating system lets go of it when the process ends. */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a directory.
     *
     * @throws IllegalStateException if another store has it
     */
    static DirectoryLock of(Path directory, Path control) throws IOException {
        Path file = control.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = lock(channel);
            if (lock == null) {
                throw new IllegalStateException("directory " + directory + ": in use by another store: "
                        + Files.readString(file).strip() + "; close that one first");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    TextFile.bytes("process " + ProcessHandle.current().pid() + " since "
                            + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n")));
            return new DirectoryLock(channel);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** Locks a byte far behind the text, which some systems would not let others read otherwise. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // by this process
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
