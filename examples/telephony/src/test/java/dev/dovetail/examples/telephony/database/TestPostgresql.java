package dev.dovetail.examples.telephony.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;

/**
 * Gives each test a PostgreSQL database of its own: in the server that DOVETAIL_TEST_POSTGRESQL names by a JDBC URL,
 * else in one that is started for all tests of the JVM.
 */
public final class TestPostgresql {
    private TestPostgresql() {}

    private static final class Server {
        private static final String URL = url();

        private static String url() {
            String given = System.getenv("DOVETAIL_TEST_POSTGRESQL");
            try {
                return given != null
                        ? given
                        : EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres") + "&password=postgres";
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL did not start", e);
            }
        }
    }

    /** Makes an empty database and returns what {@code --db} says to use it. */
    public static String newDatabase() {
        String name = "telephony_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(Server.URL)) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
        Properties parts = Driver.parseURL(Server.URL, null);
        return "postgresql://" + encoded(parts.getProperty("user")) + ":"
                + encoded(parts.getProperty("password", "")) + "@" + parts.getProperty("PGHOST") + ":"
                + parts.getProperty("PGPORT") + "/" + name;
    }

    /** Takes a database away from under whoever uses it. */
    public static void drop(String database) {
        try (Connection connection = DriverManager.getConnection(Server.URL)) {
            String name = database.substring(database.lastIndexOf('/') + 1);
            connection.createStatement().execute("drop database " + name + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be dropped", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
