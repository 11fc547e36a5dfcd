package dev.dovetail.benchmarks.http;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs operations on programs that serve one database, by turns. */
final class Bench implements AutoCloseable {
    /** As many compiler threads at the end as at the beginning, so that their time can be told apart. */
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:-UseDynamicNumberOfCompilerThreads");

    private final Options options;
    private final Database database;
    private final long databaseProcess;
    private final List<Server> servers = new ArrayList<>();

    private Bench(Options options, Database database) throws SQLException {
        this.options = options;
        this.database = database;
        this.databaseProcess = database.serverProcess();
    }

    /** Starts the programs. */
    static Bench start(Options options, Database database) throws IOException, InterruptedException, SQLException {
        Bench bench = new Bench(options, database);
        for (Map.Entry<String, Path> program : options.programs().entrySet()) {
            bench.servers.add(Server.start(program.getKey(), program.getValue(), JVM, database.environment()));
        }
        return bench;
    }

    List<Server> servers() {
        return servers;
    }

    /** Warms up, then measures as often as asked for. */
    List<Reading> run(List<Operation> operations) throws IOException, SQLException {
        List<Reading> readings = new ArrayList<>();
        if (options.warm() > 0) {
            round(0, operations, options.warm());
        }
        for (int round = 0; round < options.rounds(); round++) {
            readings.addAll(round(round, operations, options.seconds()));
        }
        return readings;
    }

    private List<Reading> round(int round, List<Operation> operations, int seconds) throws IOException, SQLException {
        List<Reading> readings = new ArrayList<>();
        for (Operation operation : operations) {
            for (int i = 0; i < servers.size(); i++) {
                Server server = servers.get((round + i) % servers.size());
                readings.add(measure(server, operation, Duration.ofSeconds(seconds)));
                if (operation.writes()) {
                    database.reset();
                }
            }
        }
        return readings;
    }

    /** Reads the times next to the load, since asking for what was allocated takes time too. */
    private Reading measure(Server server, Operation operation, Duration time) throws IOException {
        Map<Long, Long> allocated = server.allocatedBytes();
        Times before = times(server);
        Load.Outcome outcome = load(server, operation, time);
        Times after = times(server);
        double requests = outcome.requests();
        return new Reading(
                operation.name(),
                server.label(),
                (after.app - before.app) / requests,
                (after.database - before.database) / requests,
                (after.compilers - before.compilers) / requests,
                server.allocatedBytesSince(allocated) / requests,
                requests * 1e9 / outcome.nanos());
    }

    private static Load.Outcome load(Server server, Operation operation, Duration time) throws IOException {
        String what = server.label() + ", " + operation.name() + ": ";
        Load.Outcome outcome;
        try {
            outcome = Load.run(server.port(), operation, time);
        } catch (IOException e) {
            throw new IOException(what + e.getMessage(), e);
        }
        if (outcome.failures() > 0) {
            throw new IOException(what + outcome.failures() + " of " + outcome.requests()
                    + " answers have another status, the first: " + outcome.failure());
        }
        return outcome;
    }

    private Times times(Server server) {
        long compilers = Processes.compilerMicros(server.pid());
        return new Times(
                Processes.cpuMicros(server.pid()) - compilers, compilers, Processes.familyMicros(databaseProcess));
    }

    @Override
    public void close() {
        servers.forEach(Server::close);
    }

    /** CPU times until now, in microseconds. */
    private record Times(long app, long compilers, long database) {}
}
