package dev.dovetail.benchmarks;

import dev.dovetail.benchmarks.CoreBenchmark.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs operations of one side by JMH in a JVM of their own. All are warmed up before the first is measured, since what
 * they have in common (driver, MyBatis, Hibernate Validator) takes most of the time to be compiled.
 */
record JmhRun(Subject subject, Set<String> operations) {
    private static final int WARM_UP_SECONDS = 8;

    record Subject(Place place, Side side) {}

    /** Is what one operation takes: time, CPU time of it, bytes allocated. */
    record Cost(double micros, double cpu, double bytes) {}

    /** Takes the averages of one operation. */
    interface Sink {
        void take(CoreReport.Case read, Cost cost);
    }

    void measure(Sink sink) throws IOException, InterruptedException {
        Path results = Files.createTempFile("core", ".json");
        try {
            Process jmh = new ProcessBuilder(command(results)).inheritIO().start();
            if (jmh.waitFor() != 0) {
                throw new IllegalStateException(subject + " " + operations + ": JMH has failed");
            }
            for (JsonNode each : JsonMapper.shared().readTree(results)) {
                String name = each.get("benchmark").asString();
                sink.take(
                        new CoreReport.Case(name.substring(name.lastIndexOf('.') + 1), subject.place(), subject.side()),
                        new Cost(
                                each.at("/primaryMetric/score").asDouble() / 1000,
                                each.at("/secondaryMetrics/" + CpuProfiler.RESULT + "/score")
                                                .asDouble()
                                        / 1000,
                                each.at("/secondaryMetrics/gc.alloc.rate.norm/score")
                                        .asDouble()));
            }
        } finally {
            Files.delete(results);
        }
    }

    private List<String> command(Path results) {
        int warmUp = (subject.place() == Place.MEMORY ? WARM_UP_SECONDS / 2 : WARM_UP_SECONDS) * 1000;
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms2g",
                "-Xmx2g",
                "-XX:+AlwaysPreTouch", // else the first operations pay for pages that are touched for the first time
                "-Djmh.ignoreLock=true",
                "-Dorg.jboss.logging.provider=slf4j", // which is silent
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jmh.Main",
                "\\.CoreBenchmark\\.(" + String.join("|", operations) + ")$",
                "-p",
                "place=" + subject.place().name(),
                "-p",
                "side=" + subject.side().name(),
                "-f",
                "0",
                "-wm",
                "BULK",
                "-wi",
                "2",
                "-w",
                warmUp / 2 / operations.size() + "ms",
                "-i",
                "2",
                "-r",
                subject.place() == Place.MEMORY ? "500ms" : "750ms",
                "-foe",
                "true",
                "-prof",
                "gc",
                "-prof",
                CpuProfiler.class.getName(),
                "-v",
                "SILENT",
                "-rf",
                "json",
                "-rff",
                results.toString());
    }
}
