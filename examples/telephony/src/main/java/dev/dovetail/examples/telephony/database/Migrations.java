package dev.dovetail.examples.telephony.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.h2.tools.RunScript;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables up to date by Flyway. Several nodes may do it at once: one migrates, the others wait.
 *
 * <p>The scripts are listed here, so that nothing has to be searched for on the class path.
 */
final class Migrations implements ResourceProvider {
    private static final String FOLDER = "db/migration/";
    private static final List<String> H2 = List.of(
            "common/V1__foundation.sql",
            "h2/V2__unique_email.sql",
            "common/V4__infos_and_extensions.sql",
            "common/V6__sip.sql",
            "common/V8__lines.sql",
            "common/V10__contexts_in_use.sql",
            "common/V20__trunks.sql",
            "common/V22__apps_and_numbers.sql",
            "h2/V23__one_main_number.sql",
            "common/V30__calls_in_and_groups.sql",
            "common/V40__rights_and_agents.sql",
            "common/V42__queues.sql",
            "common/V44__call_filters.sql",
            "common/V46__queues_and_outcalls_linked.sql",
            "common/V47__sccp.sql",
            "common/V48__group_and_outcall_call_permissions.sql",
            "common/V49__groups_in_call_pickups.sql",
            "common/V50__where_queues_send_calls.sql",
            "common/V51__users_whose_agent_is_gone.sql",
            "common/V53__dial_patterns.sql",
            "common/V54__what_daemons_and_phones_go_by.sql",
            "common/V55__destinations_by_type.sql");
    private static final List<String> POSTGRESQL = List.of(
            "common/V1__foundation.sql",
            "postgresql/V2__unique_email.sql",
            "postgresql/V3__search_index.sql",
            "common/V4__infos_and_extensions.sql",
            "postgresql/V5__extension_search_index.sql",
            "common/V6__sip.sql",
            "postgresql/V7__sip_search_index.sql",
            "common/V8__lines.sql",
            "postgresql/V9__line_search_index.sql",
            "common/V10__contexts_in_use.sql",
            "common/V20__trunks.sql",
            "postgresql/V21__trunk_search_index.sql",
            "common/V22__apps_and_numbers.sql",
            "postgresql/V23__one_main_number.sql",
            "postgresql/V24__app_search_index.sql",
            "common/V30__calls_in_and_groups.sql",
            "postgresql/V31__calls_in_search_index.sql",
            "common/V40__rights_and_agents.sql",
            "postgresql/V41__rights_and_agents_search_index.sql",
            "common/V42__queues.sql",
            "postgresql/V43__queues_search_index.sql",
            "common/V44__call_filters.sql",
            "postgresql/V45__call_filters_search_index.sql",
            "common/V46__queues_and_outcalls_linked.sql",
            "common/V47__sccp.sql",
            "common/V48__group_and_outcall_call_permissions.sql",
            "common/V49__groups_in_call_pickups.sql",
            "common/V50__where_queues_send_calls.sql",
            "common/V51__users_whose_agent_is_gone.sql",
            "postgresql/V52__sccp_search_index.sql",
            "common/V53__dial_patterns.sql",
            "common/V54__what_daemons_and_phones_go_by.sql",
            "common/V55__destinations_by_type.sql");

    private static final String RANDOM_UUID = "random_uuid";
    private static final String APPLIED = "select \"version\" from \"flyway_schema_history\" where \"success\"";

    private final List<Script> scripts;

    private Migrations(boolean postgresql) {
        this.scripts = listed(postgresql).stream().map(Script::new).toList();
    }

    static List<String> listed(boolean postgresql) {
        return postgresql ? POSTGRESQL : H2;
    }

    /**
     * Brings the tables of a database up to date.
     *
     * @throws FlywayException if a script fails, or was changed since it was applied
     * @throws SQLException if one fails in memory, where no history is kept: Flyway would take as long as all the rest
     */
    static void apply(DataSource dataSource, DatabaseUrl url) throws SQLException {
        Migrations migrations = new Migrations(url.isPostgresql());
        if (url.isInMemory()) {
            migrations.run(dataSource);
        } else if (!migrations.applied(dataSource)) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations(new String[0])
                    .resourceProvider(migrations)
                    .placeholders(Map.of(RANDOM_UUID, randomUuid(url.isPostgresql())))
                    .load()
                    .migrate();
        }
    }

    private void run(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (Script script : scripts) {
                String text = script.text().replace("${" + RANDOM_UUID + "}", randomUuid(false));
                RunScript.execute(connection, new StringReader(text));
            }
        }
    }

    private static String randomUuid(boolean postgresql) {
        return postgresql ? "gen_random_uuid()" : "random_uuid()";
    }

    /** Returns whether there is nothing to do: asking for that costs far less than starting Flyway does. */
    private boolean applied(DataSource dataSource) {
        Set<String> versions = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(APPLIED)) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        } catch (SQLException e) {
            return false; // the history is not there yet, or Flyway will say what is wrong
        }
        return scripts.stream().allMatch(script -> versions.contains(script.version()));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes)
                        .anyMatch(suffix -> script.getFilename().endsWith(suffix)))
                .<LoadableResource>map(script -> script)
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String path;

        Script(String path) {
            this.path = path;
        }

        String version() {
            return getFilename().substring(1, getFilename().indexOf("__"));
        }

        String text() {
            try (InputStream content = Objects.requireNonNull(
                    Migrations.class.getClassLoader().getResourceAsStream(FOLDER + path), path)) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Reader read() {
            return new StringReader(text());
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
