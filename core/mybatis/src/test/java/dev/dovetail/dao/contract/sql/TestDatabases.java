package dev.dovetail.dao.contract.sql;

import com.zaxxer.hikari.HikariConfig;
import dev.dovetail.dao.mybatis.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes databases for tests: H2 in memory, and schemas of one PostgreSQL that is started once per JVM.
 *
 * <p>Where the environment names a PostgreSQL ({@code DOVETAIL_TEST_POSTGRESQL}, a JDBC URL with user and password),
 * that one is used instead.
 */
public final class TestDatabases {
    public static final String POSTGRESQL = "DOVETAIL_TEST_POSTGRESQL";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final long PID = ProcessHandle.current().pid();

    private TestDatabases() {}

    /** Returns an empty H2 in memory. */
    public static TestDatabase h2() {
        String url = "jdbc:h2:mem:test" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        return new TestDatabase(Dialect.H2, pool(url, "sa", ""), "set db_close_delay 0");
    }

    /** Returns an empty schema of PostgreSQL. */
    public static TestDatabase postgresql() {
        String schema = "test_" + PID + "_" + COUNT.incrementAndGet();
        String base = Server.url();
        try (Connection connection = DriverManager.getConnection(base);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = base + (base.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        return new TestDatabase(
                Dialect.POSTGRESQL, pool(url, null, null), "drop schema if exists " + schema + " cascade");
    }

    /** Returns an empty database of a dialect. */
    public static TestDatabase of(Dialect dialect) {
        return dialect == Dialect.H2 ? h2() : postgresql();
    }

    private static HikariConfig pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(5_000);
        return config;
    }

    /** Starts the server when it is first asked for; it stops with the JVM. */
    private static final class Server {
        private static final String URL = start();

        static String url() {
            return URL;
        }

        private static String start() {
            String given = System.getenv(POSTGRESQL);
            if (given != null && !given.isBlank()) {
                return given;
            }
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("encoding", "UTF-8")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("deadlock_timeout", "50ms")
                        .start();
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
