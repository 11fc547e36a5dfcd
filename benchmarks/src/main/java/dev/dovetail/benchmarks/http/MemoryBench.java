package dev.dovetail.benchmarks.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Puts load on the quick start over HTTP in a small heap, and prints the memory that is resident then. */
public final class MemoryBench {
    private static final List<String> JVM = List.of("-Xmx48m", "-XX:+UseSerialGC");
    private static final String TOKEN = "s3cret";
    /** As many lines as are made, so that more time does not mean more data. */
    private static final int MOST = 10_000;

    private MemoryBench() {}

    /** Takes the jar of the quick start, and for how many seconds load is put on it. */
    public static void main(String[] arguments) throws Exception {
        Programs.run(() -> {
            if (arguments.length != 2 || !arguments[1].matches("[0-9]{1,6}")) {
                throw new IllegalArgumentException("(expected: JAR SECONDS)");
            }
            measure(Path.of(arguments[0]), Duration.ofSeconds(Integer.parseInt(arguments[1])));
        });
    }

    private static void measure(Path jar, Duration time) throws IOException, InterruptedException {
        try (Server server = Server.start("quickstart", jar, JVM, Map.of())) {
            long idle = Processes.residentMiB(server.pid());
            Load.Outcome outcome = Load.run(server.port(), new Lines().operation(), time);
            if (outcome.failures() > 0) {
                throw new IOException(outcome.failures() + " failures, the first: " + outcome.failure());
            }
            System.out.println("| requests | resident when started, MiB | resident after the load, MiB |");
            System.out.println("|--:|--:|--:|");
            System.out.println(
                    "| " + outcome.requests() + " | " + idle + " | " + Processes.residentMiB(server.pid()) + " |");
        }
    }

    /** Creates a line by every other request while there are not enough, and reads one by the others. */
    private static final class Lines {
        /** Of the latest lines some are not answered for. */
        private static final int UNDER_WAY = 100;

        private int created;
        private boolean creating;

        Operation operation() {
            return Operation.writing("lines", this::next);
        }

        private Exchange next() {
            creating = created < UNDER_WAY * 2 || (!creating && created < MOST);
            if (creating) {
                created++;
                return Exchange.of("POST", "/lines", 201, "{\"number\":\"" + (1_000_000 + created) + "\"}")
                        .withToken(TOKEN);
            }
            int line = 1 + ThreadLocalRandom.current().nextInt(created - UNDER_WAY);
            return Exchange.get("/lines/" + line).withToken(TOKEN);
        }
    }
}
