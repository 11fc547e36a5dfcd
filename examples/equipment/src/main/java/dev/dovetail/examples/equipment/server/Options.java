package dev.dovetail.examples.equipment.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds what the command line says. */
@Command(
        name = "dovetail-equipment",
        description = "Serves the equipment of a laboratory.",
        mixinStandardHelpOptions = true,
        version = "Dovetail equipment",
        sortOptions = false)
final class Options {
    private static final String UNLESS = " (default: ${DEFAULT-VALUE})";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "9500", description = "0 for any free one" + UNLESS)
    int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", description = "where to listen" + UNLESS)
    String host = "";

    @Option(
            names = "--db",
            paramLabel = "DB",
            defaultValue = "h2:data/equipment",
            description =
                    "mem, files:DIR, h2:FILE or postgresql://user:password@host:port/name; tables are made" + UNLESS)
    String db = "";

    @Option(
            names = "--token",
            paramLabel = "TOKEN=TENANT[:RIGHT,RIGHT]",
            description = "a token, its tenant (lab, lab-a, lab-b, other) and its rights, all (#) unless given; often."
                    + " Without any, one is made and printed.")
    List<String> tokens = new ArrayList<>();

    @Option(names = "--bus", paramLabel = "URL", defaultValue = "none", description = "none or amqp://..." + UNLESS)
    String bus = "";

    @Option(names = "--no-history", description = "keeps no history of changes")
    boolean noHistory;

    @Option(names = "--no-console", description = "serves no console")
    boolean noConsole;

    /** Returns the message bus; null for none. */
    @Nullable
    String busUrl() {
        return bus.equals("none") ? null : bus;
    }
}
