package dev.dovetail.examples.telephony.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    /** A script that was not listed was ignored in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void listsEveryScriptThereIs(String database) throws IOException {
        List<String> listed = Migrations.listed(database.equals("postgresql"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(scripts(List.of("common", database)));
        assertThat(listed).extracting(MigrationsTest::version).doesNotHaveDuplicates();
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
