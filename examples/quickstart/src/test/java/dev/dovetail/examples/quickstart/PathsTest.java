package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the programs as modules, in machines of their own. */
class PathsTest {
    private static final Pattern OF_TESTS =
            Pattern.compile("test-classes|junit|opentest4j|apiguardian|assertj|byte-buddy|surefire");

    private static List<String> paths() {
        return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    private static String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(classes = {InMemory.class, OnH2.class})
    void runsAsModule(Class<?> program) throws Exception {
        String modules = paths().stream()
                .filter(path -> !OF_TESTS.matcher(path).find())
                .collect(Collectors.joining(File.pathSeparator));
        String main = InMemory.class.getPackageName() + "/" + program.getName();
        assertThat(java("-p", modules, "-m", main))
                .contains("lines of Ann: [Line[")
                .contains("number=1001]]");
    }
}
