package dev.dovetail.examples.telephony.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
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
                return given != null ? given : started().getJdbcUrl("postgres", "postgres") + "&password=postgres";
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL did not start", e);
            }
        }

        /** Starts a server that does not wait for its disk: what it holds ends with the tests. */
        private static EmbeddedPostgres started() throws IOException {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        }
    }

    /** Has the tables of a fresh installation; others are copied from it. */
    private static final class Template {
        private static final String NAME = migrated();

        private static String migrated() {
            String url = newDatabase();
            Database.open(DatabaseUrl.parse(url, Optional.empty())).close();
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    /** Makes an empty database and returns what {@code --db} says to use it. */
    public static String newDatabase() {
        return newDatabase("template1");
    }

    /** Makes a database with the tables of a fresh installation, which is faster than to make them by a start. */
    public static String newInstallation() {
        return newDatabase(Template.NAME);
    }

    private static String newDatabase(String template) {
        String name = "telephony_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(Server.URL)) {
            connection.createStatement().execute("create database " + name + " template " + template);
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
