package dev.dovetail.benchmarks;

import static dev.dovetail.benchmarks.CoreBenchmark.Side.DOVETAIL;
import static dev.dovetail.benchmarks.CoreBenchmark.Side.EVENTS;
import static dev.dovetail.benchmarks.CoreBenchmark.Side.HAND;
import static dev.dovetail.benchmarks.CoreBenchmark.Side.RECORDED;

import dev.dovetail.benchmarks.CoreBenchmark.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link CoreBenchmark} in rounds, each measuring all sides one after the other in a JVM of its own and in the opposite
 * order to the round before, and prints what comes out as tables.
 *
 * <p>Arguments are names of places and operations, those wanted; none for all. {@code --rounds=8} sets how many rounds there are.
 */
public final class CoreReport {
    private static final List<String> OPERATIONS = List.of("get", "search", "create", "edit", "associate");

    private record Run(String operation, Place place, Side side) {}

    /** Is one row of a table: what is measured, against what. */
    private record Comparison(String label, Run floor, Run measured) {}

    private static final class Readings {
        private final Reading nanos = new Reading();
        private final Reading bytes = new Reading();
    }

    private final Map<Run, Readings> readings = new LinkedHashMap<>();
    private final Set<Place> places = EnumSet.noneOf(Place.class);
    private final Set<String> operations = new LinkedHashSet<>();
    private int rounds = 8;

    private CoreReport(String[] arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("--rounds=")) {
                rounds = Integer.parseInt(argument.substring("--rounds=".length()));
            } else if (OPERATIONS.contains(argument) || argument.equals("createAll")) {
                operations.add(argument);
            } else {
                places.add(Place.named(argument));
            }
        }
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws RunnerException {
        new CoreReport(arguments).run();
    }

    private boolean wanted(Run run) {
        return (places.isEmpty() || places.contains(run.place()))
                && (operations.isEmpty() || operations.contains(run.operation()))
                && !(run.place().onPostgresql() && System.getenv(Place.URL) == null);
    }

    private List<Comparison> wanted(Stream<Comparison> comparisons) {
        return comparisons
                .filter(each -> wanted(each.floor()) && wanted(each.measured()))
                .toList();
    }

    private static Stream<Comparison> byHand() {
        return Stream.of(Place.MEMORY, Place.H2, Place.POSTGRESQL)
                .flatMap(place -> OPERATIONS.stream()
                        .map(operation -> new Comparison(
                                operation, new Run(operation, place, HAND), new Run(operation, place, DOVETAIL))));
    }

    private static Stream<Comparison> outbox() {
        Run without = new Run("create", Place.POSTGRESQL, DOVETAIL);
        return Stream.of(
                new Comparison(
                        "create, event to a listener at once",
                        new Run("create", Place.MEMORY, DOVETAIL),
                        new Run("create", Place.MEMORY, EVENTS)),
                new Comparison("create, event recorded", without, new Run("create", Place.POSTGRESQL, RECORDED)),
                new Comparison(
                        "create, event recorded and delivered by another thread",
                        without,
                        new Run("create", Place.POSTGRESQL, EVENTS)));
    }

    private static Stream<Comparison> bulk() {
        return Stream.of(Place.POSTGRESQL, Place.DURABLE)
                .map(place -> new Comparison(
                        "one of 10,000 in one unit",
                        new Run("createAll", place, DOVETAIL),
                        new Run("create", place, DOVETAIL)));
    }

    private void run() throws RunnerException {
        if (System.getenv(Place.URL) == null) {
            System.out.println("PostgreSQL is skipped: " + Place.URL + " is not set.\n");
        }
        List<Comparison> byHand = wanted(byHand());
        List<Comparison> outbox = wanted(outbox());
        List<Comparison> bulk = wanted(bulk());
        List<Run> runs = new ArrayList<>(Stream.of(byHand, outbox, bulk)
                .flatMap(List::stream)
                .flatMap(each -> Stream.of(each.floor(), each.measured()))
                .distinct()
                .toList());
        runs.forEach(run -> readings.put(run, new Readings()));
        for (int round = 1; round <= rounds; round++) {
            for (Run run : runs) {
                System.err.println("round " + round + " of " + rounds + ": " + run);
                measure(run);
            }
            Collections.reverse(runs);
        }
        print("hand-written", "Dovetail", byHand);
        print("without", "with", outbox);
        print("in one unit", "one by one", bulk);
    }

    private void measure(Run run) throws RunnerException {
        boolean slow = run.place().onPostgresql();
        TimeValue time = TimeValue.milliseconds(slow ? 1000 : 500);
        RunResult result = new Runner(new OptionsBuilder()
                        .include("\\.CoreBenchmark\\." + run.operation() + "$")
                        .param("place", run.place().name())
                        .param("side", run.side().name())
                        .forks(1)
                        .jvmArgs("-Xms2g", "-Xmx2g")
                        .warmupIterations(3)
                        .warmupTime(time)
                        .measurementIterations(2)
                        .measurementTime(time)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        Readings into = readings.get(run);
        into.nanos.add(result.getPrimaryResult().getScore());
        into.bytes.add(result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }

    private void print(String floor, String measured, List<Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            return;
        }
        System.out.printf(
                "| operation | on | %s, µs | %s, µs | ratio | bytes %1$s | bytes %2$s |%n|---|---|--:|--:|--:|--:|--:|%n",
                floor, measured);
        for (Comparison each : comparisons) {
            Readings one = readings.get(each.floor());
            Readings other = readings.get(each.measured());
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %.0f | %.0f |%n",
                    each.label(),
                    each.measured().place(),
                    one.nanos.text(1000),
                    other.nanos.text(1000),
                    other.nanos.by(one.nanos).text(1),
                    one.bytes.median(),
                    other.bytes.median());
        }
        System.out.println();
    }
}
