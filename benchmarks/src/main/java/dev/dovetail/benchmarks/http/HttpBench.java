package dev.dovetail.benchmarks.http;

import java.util.List;
import java.util.Locale;

/** Compares programs that serve the same tables by the same operations, and prints a table. */
public final class HttpBench {
    private HttpBench() {}

    /** Takes what {@link Options} says; ends with 1 if anything fails. */
    public static void main(String[] arguments) throws Exception {
        Programs.run(() -> {
            Options options = Options.of(arguments, 10_000);
            List<Operation> operations = options.choose(new VoicemailOperations(options.rows()).all());
            try (Database database = Database.lay(options.rows());
                    Bench bench = Bench.start(options, database)) {
                print(operations, bench.servers(), bench.run(operations));
            }
        });
    }

    private static void print(List<Operation> operations, List<Server> servers, List<Reading> readings) {
        System.out.println(
                "| op | app | app, µs | ratio | PostgreSQL, µs | ratio of both | requests/s | allocated, B | JIT, µs |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        for (Operation operation : operations) {
            List<Reading> first = Reading.of(readings, operation, servers.get(0));
            for (Server server : servers) {
                print(Reading.of(readings, operation, server), first);
            }
        }
        for (Server server : servers) {
            System.out.println();
            System.out.println("Resident, " + server.label() + ": " + Processes.residentMiB(server.pid()) + " MiB");
        }
    }

    private static void print(List<Reading> readings, List<Reading> first) {
        Spread app = Spread.of(readings, Reading::appMicros);
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %s | %.2f | %.0f | %.0f | %.0f |",
                readings.get(0).operation(),
                readings.get(0).server(),
                app,
                app.median() / Spread.of(first, Reading::appMicros).median(),
                Spread.of(readings, Reading::databaseMicros),
                Spread.of(readings, Reading::bothMicros).median()
                        / Spread.of(first, Reading::bothMicros).median(),
                Spread.of(readings, Reading::perSecond).median(),
                Spread.of(readings, Reading::bytes).median(),
                Spread.of(readings, Reading::compilerMicros).median()));
    }
}
