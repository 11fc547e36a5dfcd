package dev.dovetail.examples.equipment.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.file.FileStore;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.examples.equipment.part.Parts;
import dev.dovetail.json.JacksonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens the store that the command line names. */
final class Stores {
    private static final String EXPECTED =
            " (expected: mem, files:DIR, h2:FILE or postgresql://user:password@host:port/name)";
    private static final long CONNECT_MILLIS = 5_000;

    private Stores() {}

    /**
     * Opens a store; makes its tables if it is a database that has none.
     *
     * @throws StartException if the text names none, or it cannot be opened
     */
    static Store open(String db) {
        try {
            if (db.equals("mem")) {
                return MemoryStore.create();
            } else if (db.startsWith("files:")) {
                return FileStore.builder(Path.of(db.substring("files:".length())))
                        .open();
            } else if (db.startsWith("h2:")) {
                Path file = Path.of(db.substring("h2:".length())).toAbsolutePath();
                return sql("jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", null, "h2.sql");
            } else if (db.startsWith("postgresql://")) {
                URI uri = URI.create(db);
                String place = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
                return sql(
                        "jdbc:postgresql://" + place + uri.getPath() + "?ApplicationName=dovetail-equipment",
                        uri.getUserInfo(),
                        "postgresql.sql");
            }
        } catch (IllegalArgumentException e) {
            throw new StartException("--db: " + e.getMessage() + EXPECTED, e);
        } catch (PoolInitializationException | SQLException | UncheckedIOException e) {
            throw new StartException("--db: cannot be opened: " + e.getMessage(), e);
        }
        throw new StartException("--db: not understood" + EXPECTED);
    }

    private static Store sql(String url, @Nullable String user, String script) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setConnectionTimeout(CONNECT_MILLIS);
        if (user != null) {
            int colon = user.indexOf(':');
            config.setUsername(colon < 0 ? user : user.substring(0, colon));
            config.setPassword(colon < 0 ? null : user.substring(colon + 1));
        }
        HikariDataSource pool = new HikariDataSource(config);
        try {
            makeTables(pool, script);
            return MyBatisStore.builder(pool)
                    .codec(JacksonCodec.create())
                    .links(
                            Parts.INSTRUMENT_PART,
                            links -> links.left("whole_id").right("part_id"))
                    .ownsDataSource()
                    .build()
                    .createOutbox()
                    .createEventStream()
                    .createKeptCalls();
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static void makeTables(HikariDataSource pool, String script) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                InputStream content = Objects.requireNonNull(Stores.class.getResourceAsStream(script), script)) {
            statement.execute(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
