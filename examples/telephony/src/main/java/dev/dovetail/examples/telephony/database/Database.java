package dev.dovetail.examples.telephony.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.dovetail.examples.telephony.setup.SetupException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Holds the connections to the server's database. Thread-safe; whoever opens it closes it. */
public final class Database implements AutoCloseable {
    private static final long CONNECT_MILLIS = 5_000;
    private static final int H2_LOCKED = 90020;

    private final HikariDataSource dataSource;
    private final DatabaseUrl url;

    private Database(HikariDataSource dataSource, DatabaseUrl url) {
        this.dataSource = dataSource;
        this.url = url;
    }

    /**
     * Connects and brings the tables up to date.
     *
     * @throws SetupException if the database cannot be reached, its file is locked, or it does not let itself be
     *     migrated
     */
    public static Database open(DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url.jdbcUrl());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setConnectionTimeout(CONNECT_MILLIS);
        HikariDataSource dataSource;
        try {
            dataSource = new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new SetupException("database " + url + ": " + reason(e), e);
        }
        try {
            Migrations.apply(dataSource, url);
        } catch (FlywayException | SQLException e) {
            dataSource.close();
            throw new SetupException("database " + url + ": cannot be migrated: " + e.getMessage(), e);
        }
        return new Database(dataSource, url);
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_LOCKED) {
                return "the file is locked: another server uses it";
            }
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return "cannot be reached: " + cause.getMessage();
    }

    /**
     * Returns the UUID of the installation, which never changes.
     *
     * @throws SetupException if the database fails
     */
    public UUID installation() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select uuid from infos")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new SetupException("database " + url + ": " + e.getMessage(), e);
        }
    }

    /**
     * Runs something that one node at a time may do: others that share the database wait.
     *
     * @throws SetupException if the database fails
     */
    public void exclusively(Runnable action) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("select uuid from infos for update");
                action.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new SetupException("database " + url + ": " + e.getMessage(), e);
        }
    }

    /** Returns where connections come from. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Returns what the database is. */
    public DatabaseUrl url() {
        return url;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
