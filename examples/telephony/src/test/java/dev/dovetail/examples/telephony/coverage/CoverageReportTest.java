package dev.dovetail.examples.telephony.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Compares COVERAGE.md with what the tests of the module have claimed, which must be everything. It runs after all of
 * them, in an execution of its own, and only if all have run. {@code -Ddovetail.write=true} writes the file first.
 */
@EnabledIfSystemProperty(named = "coverage.report", matches = "true")
class CoverageReportTest {
    private static final Path FILE = Path.of("COVERAGE.md");

    private final CoverageReport report = new CoverageReport(SpecEntries.read(), Claims.written());

    @Test
    void leavesNothingUnclaimed() {
        assertThat(report.unclaimed().stream().map(entry -> entry.id() + ": " + entry.text()))
                .as(
                        "entries of spec that no test claims: write a test that holds the server to each, and claim it there by"
                                + " @Covers(\"<id>\") or Coverage.claim(\"<id>\")")
                .isEmpty();
    }

    @Test
    void isWhatTheTestsClaimed() throws IOException {
        if (Boolean.getBoolean("dovetail.write")) {
            Files.writeString(FILE, report.markdown());
        }
        assertThat(Files.readString(FILE).lines())
                .as("COVERAGE.md: written anew by a whole test run with -Ddovetail.write=true")
                .containsExactlyElementsOf(report.markdown().lines().toList());
    }
}
