package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the README to its word: what its tables of behaviour name as a test is one, of this module or of one on it. */
class ConformanceTest {
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*Test)#(\\w+)`");
    private static final List<String> MODULES = List.of("", "openapi/", "oauth/", "observability/", "events/");

    /** Returns the rows of the tables that begin with {@code | what |}. */
    static List<String> lines() throws IOException {
        List<String> rows = new ArrayList<>();
        boolean told = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            boolean row = line.startsWith("| ");
            told = line.startsWith("| what |") || (told && line.startsWith("|"));
            if (told && row && !line.startsWith("| what |")) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static Stream<Path> sources(String type) {
        return MODULES.stream()
                .map(module -> Path.of(module + "src/test/java/dev/dovetail/http/" + type.replace('.', '/') + ".java"))
                .filter(Files::exists);
    }

    /** Returns whether a method of this name follows the annotation of a test, with no end of another between. */
    private static boolean holds(Path source, String method) {
        try {
            String text = Files.readString(source);
            int place = text.indexOf("void " + method + "(");
            String before = text.substring(0, Math.max(place, 0));
            String own = before.substring(before.lastIndexOf("\n    }\n") + 1);
            return own.contains("@Test") || own.contains("@ParameterizedTest");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyLineNamesTestsThatThereAre(String line) {
        Matcher named = NAMED.matcher(line);
        int tests = 0;
        for (; named.find(); tests++) {
            String method = named.group(2);
            assertThat(sources(named.group(1))).as(named.group()).anyMatch(source -> holds(source, method));
        }
        assertThat(tests).as(line).isPositive();
    }

    @Test
    void thereIsATable() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(30);
    }
}
