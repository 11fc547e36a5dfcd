package dev.dovetail.dao.mybatis;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** Applies the DDL of tables that are the library's own. */
final class OwnTables {
    /** Any number that others are unlikely to use: "dovetail" in ASCII, read as one. */
    private static final long LOCK = 0x646f76657461696cL;

    private OwnTables() {}

    static void create(DataSource dataSource, Dialect dialect, String resource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (dialect == Dialect.POSTGRESQL) {
                // "if not exists" alone fails when two sessions create at the same instant.
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            for (String ddl : Splitter.on(';').split(script(resource))) {
                if (!ddl.isBlank()) {
                    statement.execute(ddl);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw SqlFailures.general(e);
        }
    }

    private static String script(String resource) {
        try (InputStream script = OwnTables.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(script, "script").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
