package dev.dovetail.benchmarks.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that are served, in a schema of their own of a PostgreSQL on this machine; the schema is dropped at the
 * end.
 */
final class Database implements AutoCloseable {
    /** How many users, and lines, there are; user i has line i. */
    static final int USERS = 10_000;

    private static final String VARIABLE = "DOVETAIL_BENCH_POSTGRESQL";
    private static final String SCHEMA = "dovetail_bench";
    private static final Pattern USER = Pattern.compile("[?&]user=([^&]*)");

    /** The bench clears its rows itself, at times of its own. */
    private static final String UNTENDED = " with (autovacuum_enabled = false)";

    private static final List<String> TABLES =
            List.of("""
            create table voicemail (
                id serial primary key,
                uuid uuid not null default gen_random_uuid(),
                tenant_uuid uuid not null default '00000000-0000-4000-8000-000000000001',
                name varchar(128) not null,
                number varchar(40) not null,
                context varchar(79) not null,
                email varchar(254),
                language varchar(16),
                timezone varchar(64),
                pager varchar(254),
                max_messages integer,
                attach_audio boolean,
                delete_messages boolean not null default false,
                ask_password boolean not null default true,
                enabled boolean not null default true,
                unique (number, context))""" + UNTENDED, """
            create table users (
                id serial primary key,
                uuid uuid not null default gen_random_uuid(),
                tenant_uuid uuid not null default '00000000-0000-4000-8000-000000000001',
                firstname varchar(128) not null,
                lastname varchar(128),
                email varchar(254))""", """
            create table line (
                id serial primary key,
                tenant_uuid uuid not null default '00000000-0000-4000-8000-000000000001',
                name varchar(128) not null,
                protocol varchar(16) not null,
                context varchar(79) not null)""", """
            create table user_line (
                user_id integer not null references users,
                line_id integer not null references line,
                laid boolean not null default false,
                primary key (user_id, line_id))""" + UNTENDED, "create index on user_line (line_id)");

    private static final String VOICEMAILS = """
            insert into voicemail (name, number, context, email, language, timezone, pager, max_messages,
                attach_audio, delete_messages, ask_password, enabled)
            select (?::text[])[1 + i % ?] || ' ' || (?::text[])[1 + i / 20 % ?] || ' ' || i,
                lpad(i::text, 8, '0'), 'default', 'mailbox' || i || '@example.org',
                case i % 3 when 0 then 'de_DE' when 1 then 'en_GB' else 'fr_CA' end,
                case i % 2 when 0 then 'eu-fr' else 'na-mtl' end,
                case when i % 4 = 0 then 'pager' || i || '@example.org' end,
                i % 100, i % 2 = 0, i % 8 = 0, i % 3 > 0, i % 10 > 0
            from generate_series(1, ?) i""";

    private static final List<String> LINKS = List.of(
            "insert into users (firstname, lastname, email) select 'Given' || i, 'Family' || i, 'user' || i || '@example.org'"
                    + " from generate_series(1, " + USERS + ") i",
            "insert into line (name, protocol, context) select 'line' || i, case i % 2 when 0 then 'sip' else 'sccp' end,"
                    + " 'default' from generate_series(1, " + USERS + ") i",
            "insert into user_line select i, i, true from generate_series(1, " + USERS + ") i");

    private static final List<String> RESET = List.of(
            "delete from voicemail where context <> 'default'",
            "delete from user_line where not laid",
            "vacuum (full, analyze) voicemail",
            "vacuum (full, analyze) user_line");

    private final String url;
    private final Connection connection;

    private Database(String url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /** Connects to the database that the environment names, and lays the tables with so many mailboxes. */
    static Database lay(int rows) throws SQLException {
        String given = System.getenv(VARIABLE);
        if (given == null) {
            throw new IllegalArgumentException(VARIABLE
                    + " is not set (expected: the JDBC URL of a PostgreSQL on this machine,"
                    + " jdbc:postgresql://127.0.0.1:5432/db?user=postgres; its schema " + SCHEMA + " is laid anew)");
        }
        String url = given + (given.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA + ",public";
        Database database = new Database(url, DriverManager.getConnection(url));
        database.fill(rows);
        return database;
    }

    private void fill(int rows) throws SQLException {
        execute(List.of("drop schema if exists " + SCHEMA + " cascade", "create schema " + SCHEMA));
        execute(TABLES);
        try (PreparedStatement statement = connection.prepareStatement(VOICEMAILS)) {
            statement.setArray(1, connection.createArrayOf("text", Names.FIRST.toArray()));
            statement.setInt(2, Names.FIRST.size());
            statement.setArray(3, connection.createArrayOf("text", Names.LAST.toArray()));
            statement.setInt(4, Names.LAST.size());
            statement.setInt(5, rows);
            statement.executeUpdate();
        }
        execute(LINKS);
        execute(List.of(
                "vacuum analyze voicemail", "vacuum analyze users", "vacuum analyze line", "vacuum analyze user_line"));
    }

    /** Removes what was made since the tables were laid, and the traces of it. */
    void reset() throws SQLException {
        execute(RESET);
    }

    void execute(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the process whose children serve the connections to the database. */
    long serverProcess() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
            result.next();
            long backend = result.getLong(1);
            if (!Processes.name(backend).startsWith("postgres")) {
                throw new IllegalArgumentException(VARIABLE + ": no process " + backend
                        + " of a PostgreSQL here (expected: one on this machine, in the same container)");
            }
            return Processes.parent(backend);
        }
    }

    /** Returns what tells an application where the tables are. */
    Map<String, String> environment() {
        Matcher user = USER.matcher(url);
        return Map.of(
                "PERF_JDBC_URL",
                url,
                "PERF_DB_USER",
                user.find()
                        ? URLDecoder.decode(user.group(1), StandardCharsets.UTF_8)
                        : System.getProperty("user.name"));
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            execute(List.of("drop schema " + SCHEMA + " cascade"));
        }
    }
}
