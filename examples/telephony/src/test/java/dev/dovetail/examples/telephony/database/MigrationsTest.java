package dev.dovetail.examples.telephony.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    /** A script that was not listed was ignored in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void listsEveryScriptThereIs(String database) throws IOException {
        List<String> listed = Migrations.listed(database.equals("postgresql"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(scripts(List.of("common", database)));
        assertThat(listed).extracting(MigrationsTest::version).doesNotHaveDuplicates();
    }

    /** Those in memory are made without Flyway. */
    @Test
    void makesTheSameTablesInMemoryAsInAFile(@TempDir Path folder) throws SQLException {
        assertThat(tables("mem"))
                .hasSizeGreaterThan(100)
                .containsExactlyElementsOf(tables("h2:" + folder.resolve("x")));
    }

    /** Returns what makes the tables, but for Flyway's own, and what is in them. */
    private static List<String> tables(String url) throws SQLException {
        try (Database database = Database.open(DatabaseUrl.parse(url, Optional.empty()));
                Connection connection = database.dataSource().getConnection();
                ResultSet lines = connection.createStatement().executeQuery("script nosettings")) {
            List<String> found = new ArrayList<>();
            while (lines.next()) {
                found.add(lines.getString(1)
                        .replaceAll(
                                "(CACHED|MEMORY) TABLE|SYSTEM_SEQUENCE_\\w+|\\b(CONSTRAINT|PRIMARY_KEY|INDEX)_\\w+",
                                "#")
                        .replaceAll(UUID, "#"));
            }
            return found.stream()
                    .filter(line -> !line.contains("flyway_schema_history"))
                    .sorted()
                    .toList();
        }
    }

    private static int version(String script) {
        return Integer.parseInt(script.substring(script.indexOf("/V") + 2, script.indexOf("__")));
    }

    private static List<String> scripts(List<String> folders) throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> SCRIPTS.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> folders.contains(file.substring(0, Math.max(0, file.indexOf('/')))))
                    .toList();
        }
    }
}
