package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps {@code bin/structure} running. */
class StructureTest {
    @Test
    void measuresAPlantedTreeAsExpected() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String script = Path.of("..", "..", "bin", "Structure.java").toString();
        Process run = new ProcessBuilder(java, script, "--self-test")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("measured as expected");
        assertThat(run.waitFor()).isZero();
    }
}
