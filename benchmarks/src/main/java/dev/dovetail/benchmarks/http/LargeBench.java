package dev.dovetail.benchmarks.http;

import java.util.List;
import java.util.Locale;

/** Measures pages and searches in a large table beside the read of one item, and prints a table. */
public final class LargeBench {
    /** Makes substrings of three characters or more found by index, where no column keeps search texts. */
    private static final List<String> INDEX = List.of(
            "create extension if not exists pg_trgm",
            "create index on voicemail using gin (lower(cast(name as varchar)) gin_trgm_ops)",
            "vacuum analyze voicemail");

    private LargeBench() {}

    /** Takes what {@link Options} says; ends with 1 if anything fails. */
    public static void main(String[] arguments) throws Exception {
        Programs.run(() -> {
            Options options = Options.of(arguments, 1_000_000);
            try (Database database = Database.lay(options.rows())) {
                database.execute(INDEX);
                try (Bench bench = Bench.start(options, database)) {
                    List<Operation> operations = options.choose(
                            new LargeOperations(options.rows(), bench.servers().get(0)).all());
                    print(operations, bench.servers(), bench.run(operations));
                }
            }
        });
    }

    private static void print(List<Operation> operations, List<Server> servers, List<Reading> readings) {
        System.out.println("| app | op | app, µs | PostgreSQL, µs | both, µs | ratio | requests/s | JIT, µs |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|--:|");
        for (Server server : servers) {
            List<Reading> item = Reading.of(readings, operations.get(0), server);
            for (Operation operation : operations) {
                print(Reading.of(readings, operation, server), item);
            }
        }
    }

    private static void print(List<Reading> readings, List<Reading> item) {
        Spread both = Spread.of(readings, Reading::bothMicros);
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.2f | %.0f | %.0f |",
                readings.get(0).server(),
                readings.get(0).operation(),
                Spread.of(readings, Reading::appMicros),
                Spread.of(readings, Reading::databaseMicros),
                both,
                both.median() / Spread.of(item, Reading::bothMicros).median(),
                Spread.of(readings, Reading::perSecond).median(),
                Spread.of(readings, Reading::compilerMicros).median()));
    }
}
