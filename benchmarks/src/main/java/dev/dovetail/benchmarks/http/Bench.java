package dev.dovetail.benchmarks.http;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    private Reading measure(Server server, Operation operation, Duration time) throws IOException {
        Used before = used(server, null);
        Load.Outcome outcome = Load.run(server.port(), operation, time);
        Used after = used(server, before);
        if (outcome.failures() > 0) {
            throw new IOException(server.label() + ", " + operation.name() + ": " + outcome.failures() + " of "
                    + outcome.requests() + " answers have another status, the first: " + outcome.failure());
        }
        double requests = outcome.requests();
        return new Reading(
                operation.name(),
                server.label(),
                (after.app - before.app) / requests,
                (after.database - before.database) / requests,
                (after.compilers - before.compilers) / requests,
                (after.bytes - before.bytes) / requests,
                requests * 1e9 / outcome.nanos());
    }

    /** Reads the times next to the run: asking for what was allocated takes time too. */
    private Used used(Server server, @Nullable Used before) throws IOException {
        long bytesBefore = before == null ? server.allocatedBytes() : 0;
        long compilers = Processes.compilerMicros(server.pid());
        long app = Processes.cpuMicros(server.pid()) - compilers;
        long ofDatabase = Processes.familyMicros(databaseProcess);
        return new Used(app, ofDatabase, compilers, before == null ? bytesBefore : server.allocatedBytes());
    }

    @Override
    public void close() throws IOException {
        for (Server server : servers) {
            server.close();
        }
    }

    private record Used(long app, long database, long compilers, long bytes) {}
}
