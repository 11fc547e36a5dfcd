package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds H2 to what is said of its files: with {@code WRITE_DELAY=0} a commit is on the file when it returns, so that a
 * process killed then has lost nothing.
 *
 * <p>Some versions wrote commits to places where the next start did not look. So the file is opened again as it was
 * right after a commit, once for each of many commits.
 */
final class H2FileTest {
    private static final int COMMITS = 300;

    @TempDir
    private Path folder;

    private final RecordingFiles files = new RecordingFiles();

    @BeforeEach
    void register() {
        FilePath.register(files);
        RecordingFiles.CHANGES.clear();
    }

    @AfterEach
    void unregister() {
        FilePath.unregister(files);
    }

    @Test
    void hasEveryCommitOnTheFileWhenItReturns() throws Exception {
        List<Integer> changesAt = commits();
        Path file = folder.resolve("replayed.mv.db");
        int next = 0;
        for (int commit = 0; commit < COMMITS; commit++) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                while (next < changesAt.get(commit)) {
                    RecordingFiles.CHANGES.get(next++).to(channel);
                }
            }
            if (commit % 10 == 9) {
                assertThat(found(file)).as("value of commit %d", commit).isEqualTo(commit);
            }
        }
    }

    /** Commits one value after the other; returns how often the file had been changed when each commit returned. */
    private List<Integer> commits() throws SQLException {
        List<Integer> changesAt = new ArrayList<>();
        // spaces are used again at once, not after 45 s
        String url = "jdbc:h2:recording:" + folder.resolve("original") + ";WRITE_DELAY=0;RETENTION_TIME=0";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table counters (id int primary key, number int, text varchar)");
            statement.execute("insert into counters values (1, 0, '')");
            connection.setAutoCommit(false);
            try (PreparedStatement update =
                    connection.prepareStatement("update counters set number = ?, text = repeat('x', ?)")) {
                for (int i = 0; i < COMMITS; i++) {
                    update.setInt(1, i);
                    update.setInt(2, 1 + i * 7919 % 9973);
                    update.executeUpdate();
                    connection.commit();
                    changesAt.add(RecordingFiles.CHANGES.size());
                }
            }
        }
        return changesAt;
    }

    private int found(Path replayed) throws Exception {
        Files.copy(replayed, folder.resolve("opened.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("opened"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number from counters")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What was done to the file: bytes written at a position, or, without bytes, cut off there. */
    private record Change(long position, ByteBuffer bytes) {
        void to(FileChannel channel) throws IOException {
            if (bytes.hasRemaining()) {
                channel.write(bytes.duplicate(), position);
            } else {
                channel.truncate(position);
            }
        }
    }

    /**
     * Files that keep a list of all that was done to a database file. H2 makes its own copies of this, so it is static.
     */
    public static final class RecordingFiles extends FilePathWrapper {
        static final List<Change> CHANGES = new ArrayList<>();

        @Override
        public String getScheme() {
            return "recording";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            FileChannel file = super.open(mode);
            return name.endsWith(".mv.db") ? new Recording(file) : file;
        }
    }

    private static final class Recording extends FileBaseDefault {
        private final FileChannel file;

        Recording(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            int written = file.write(bytes, position);
            RecordingFiles.CHANGES.add(new Change(position, ByteBuffer.wrap(copy, 0, written)));
            return written;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
            RecordingFiles.CHANGES.add(new Change(size, ByteBuffer.allocate(0)));
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
