package dev.dovetail.examples.telephony.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.examples.telephony.setup.SetupException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {
    private static final String USER = "insert into users (uuid, tenant_uuid, created_at, firstname, email, username,"
            + " caller_id, mobile_fallback_enabled, call_transfer_enabled, dtmf_hangup_enabled,"
            + " call_record_outgoing_external_enabled, call_record_outgoing_internal_enabled,"
            + " call_record_incoming_internal_enabled, call_record_incoming_external_enabled,"
            + " online_call_record_enabled, supervision_enabled, ring_seconds, simultaneous_calls, subscription_type,"
            + " enabled) values (%1$s, %1$s, now(), 'Ann', %2$s, %3$s, '\"Ann\"', false, false, false, false, false,"
            + " false, false, false, true, 30, 5, 0, true)";

    static List<String> databases() {
        return List.of("mem", TestPostgresql.newDatabase());
    }

    private static Database open(String url) {
        return Database.open(DatabaseUrl.parse(url, Optional.empty()));
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void makesTheTablesOfAFreshInstallation(String url) throws SQLException {
        try (Database database = open(url);
                Connection connection = database.dataSource().getConnection()) {
            assertThat(value(connection, "select timezone from voicemail_zonemessages where name = 'eu-fr'"))
                    .isEqualTo("Europe/Paris");
            assertThat(value(connection, "select count(*) from infos")).isEqualTo("1");
            assertThat(value(connection, "select count(*) from user_voicemail")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsEmailsUniqueWhateverTheirCase(String url) throws SQLException {
        try (Database database = open(url);
                Connection connection = database.dataSource().getConnection()) {
            String uuid = database.url().isPostgresql() ? "gen_random_uuid()" : "random_uuid()";
            connection.createStatement().execute(String.format(USER, uuid, "'ann@example.org'", "'ann'"));
            connection.createStatement().execute(String.format(USER, uuid, "null", "null"));
            connection.createStatement().execute(String.format(USER, uuid, "null", "'Ann'"));
            assertThatThrownBy(() -> connection
                            .createStatement()
                            .execute(String.format(USER, uuid, "'Ann@Example.org'", "'bob'")))
                    .isInstanceOf(SQLException.class)
                    .extracting(e ->
                            ((SQLException) e).getSQLState() + e.getMessage().toLowerCase())
                    .asString()
                    .startsWith("23505")
                    .contains("users_email_key");
            assertThatThrownBy(() -> connection.createStatement().execute(String.format(USER, uuid, "null", "'ann'")))
                    .extracting(e ->
                            ((SQLException) e).getSQLState() + e.getMessage().toLowerCase())
                    .asString()
                    .startsWith("23505")
                    .contains("users_username_key");
        }
    }

    @Test
    void migratesOnceWhenSeveralNodesStart() throws Exception {
        String url = TestPostgresql.newDatabase();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<Database>> opened = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            opened.add(nodes.submit(() -> open(url)));
        }
        for (Future<Database> database : opened) {
            try (Database one = database.get();
                    Connection connection = one.dataSource().getConnection()) {
                assertThat(value(connection, "select count(*) from infos")).isEqualTo("1");
            }
        }
        nodes.shutdown();
    }

    @Test
    void keepsAFile(@TempDir Path folder) throws SQLException {
        String url = "h2:" + folder.resolve("data/telephony");
        String installation;
        try (Database database = open(url);
                Connection connection = database.dataSource().getConnection()) {
            installation = value(connection, "select uuid from infos");
        }
        try (Database database = open(url);
                Connection connection = database.dataSource().getConnection()) {
            assertThat(value(connection, "select uuid from infos")).isEqualTo(installation);
        }
    }

    @Test
    void saysWhatIsWrongInOneLine() {
        assertThatThrownBy(() -> open("postgresql://ann:s3cret@127.0.0.1:1/tel"))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("database postgresql://127.0.0.1:1/tel: cannot be reached: ")
                .hasMessageNotContainingAny("\n", "s3cret");
        assertThatThrownBy(() -> open(TestPostgresql.newDatabase() + "x"))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("does not exist");
    }
}
