package dev.dovetail.dao.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Does what must reach the disk, each step on its own, so that tests can end a process between any two. */
interface Disk {

    /** Writes a file whole; its bytes have reached the disk when this returns, its name need not have. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Puts a file in the place of another one, at once. */
    void move(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** Has the names in a directory reach the disk. */
    void sync(Path directory) throws IOException;

    /** Returns the disk of the operating system. */
    static Disk real() {
        return new Disk() {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
                    ByteBuffer rest = ByteBuffer.wrap(bytes);
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                    channel.force(true);
                }
            }

            @Override
            public void move(Path from, Path to) throws IOException {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            }

            @Override
            public void delete(Path file) throws IOException {
                Files.deleteIfExists(file);
            }

            @Override
            public void sync(Path directory) throws IOException {
                if (java.io.File.separatorChar == '\\') {
                    return; // Windows opens no directories, and keeps names without being asked
                }
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        };
    }
}
