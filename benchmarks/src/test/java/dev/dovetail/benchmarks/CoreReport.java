package dev.dovetail.benchmarks;

import static dev.dovetail.benchmarks.CoreBenchmark.Side.DOVETAIL;
import static dev.dovetail.benchmarks.CoreBenchmark.Side.EVENTS;
import static dev.dovetail.benchmarks.CoreBenchmark.Side.HAND;
import static dev.dovetail.benchmarks.CoreBenchmark.Side.RECORDED;

import dev.dovetail.benchmarks.CoreBenchmark.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs {@link CoreBenchmark} in rounds and prints tables of what comes out. In each round every side has a JVM of its
 * own, one after the other, in the opposite order to the round before.
 *
 * <p>Arguments are names of places and operations, those wanted; none for all. {@code --rounds=8} sets how many rounds
 * there are.
 */
public final class CoreReport {
    /** Is written after each round, so that a long run can be cut short. */
    private static final Path SO_FAR = Path.of("benchmarks", "target", "core.md");

    private static final List<String> OPERATIONS = List.of("get", "search", "create", "edit", "associate");

    /** Is what is measured, one place and side in one JVM. */
    record Case(String operation, Place place, Side side) {
        JmhRun.Subject subject() {
            return new JmhRun.Subject(place, side);
        }
    }

    /** Is one row of a table: what is measured, against what. */
    private record Comparison(String label, Case floor, Case measured) {}

    private final Map<Case, Readings> readings = new LinkedHashMap<>();
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
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new CoreReport(arguments).run();
    }

    private boolean wanted(Case each) {
        return (places.isEmpty() || places.contains(each.place()))
                && (operations.isEmpty() || operations.contains(each.operation()))
                && !(each.place().onPostgresql() && System.getenv(Place.URL) == null);
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
                                operation, new Case(operation, place, HAND), new Case(operation, place, DOVETAIL))));
    }

    private static Stream<Comparison> outbox() {
        Case without = new Case("create", Place.POSTGRESQL, DOVETAIL);
        return Stream.of(
                new Comparison(
                        "create, event to a listener at once",
                        new Case("create", Place.MEMORY, DOVETAIL),
                        new Case("create", Place.MEMORY, EVENTS)),
                new Comparison("create, event recorded", without, new Case("create", Place.POSTGRESQL, RECORDED)),
                new Comparison(
                        "create, event recorded and delivered by another thread",
                        without,
                        new Case("create", Place.POSTGRESQL, EVENTS)));
    }

    private static Stream<Comparison> bulk() {
        return Stream.of(Place.POSTGRESQL, Place.DURABLE)
                .map(place -> new Comparison(
                        "one of 10,000 creations",
                        new Case("createAll", place, DOVETAIL),
                        new Case("create", place, DOVETAIL)));
    }

    private void run() throws IOException, InterruptedException {
        if (System.getenv(Place.URL) == null) {
            System.out.println("PostgreSQL is skipped: " + Place.URL + " is not set.\n");
        }
        List<Comparison> byHand = wanted(byHand());
        List<Comparison> outbox = wanted(outbox());
        List<Comparison> bulk = wanted(bulk());
        Map<JmhRun.Subject, Set<String>> runs = new LinkedHashMap<>();
        Stream.of(byHand, outbox, bulk)
                .flatMap(List::stream)
                .flatMap(each -> Stream.of(each.floor(), each.measured()))
                .forEach(each -> runs.computeIfAbsent(each.subject(), key -> new LinkedHashSet<>())
                        .add(each.operation()));
        List<JmhRun.Subject> order = new ArrayList<>(runs.keySet());
        for (int round = 1; round <= rounds; round++) {
            for (JmhRun.Subject subject : order) {
                System.err.println("round " + round + " of " + rounds + ": " + subject);
                new JmhRun(subject, Objects.requireNonNull(runs.get(subject)))
                        .measure((read, cost) -> readings.computeIfAbsent(read, key -> new Readings())
                                .add(cost));
            }
            Collections.reverse(order);
            Files.writeString(
                    SO_FAR,
                    table("hand-written", "Dovetail", byHand)
                            + table("without", "with", outbox)
                            + table("in one unit", "one by one", bulk));
        }
        System.out.print(Files.readString(SO_FAR));
    }

    private String table(String floor, String measured, List<Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder();
        Formatter lines = new Formatter(table, Locale.ROOT);
        lines.format(
                "| operation | on | %s, µs | %s, µs | ratio | CPU %1$s, µs | CPU %2$s, µs | ratio | bytes %1$s | bytes %2$s |%n"
                        + "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|%n",
                floor, measured);
        for (Comparison each : comparisons) {
            Readings one = Objects.requireNonNull(readings.get(each.floor()));
            Readings other = Objects.requireNonNull(readings.get(each.measured()));
            lines.format(
                    "| %s | %s | %s | %s | %s | %s | %s | %s | %.0f | %.0f |%n",
                    each.label(),
                    each.measured().place(),
                    one.micros().text(),
                    other.micros().text(),
                    other.micros().by(one.micros()).text(),
                    one.cpu().text(),
                    other.cpu().text(),
                    other.cpu().by(one.cpu()).text(),
                    one.bytes().median(),
                    other.bytes().median());
        }
        return table.append(System.lineSeparator()).toString();
    }

    private record Readings(Reading micros, Reading cpu, Reading bytes) {
        Readings() {
            this(new Reading(), new Reading(), new Reading());
        }

        void add(JmhRun.Cost cost) {
            micros.add(cost.micros());
            cpu.add(cost.cpu());
            bytes.add(cost.bytes());
        }
    }
}
