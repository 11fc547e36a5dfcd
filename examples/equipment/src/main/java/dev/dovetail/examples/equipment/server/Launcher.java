package dev.dovetail.examples.equipment.server;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the server as a program: reads the options, starts it, and ends it when the process is told to end. */
public final class Launcher {
    /** Says that the server runs, rather than an exit code. */
    public static final int RUNNING = -1;

    private static final int FAILED = 1;
    private static final int MISTAKE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private Launcher() {}

    /**
     * Starts the server.
     *
     * @return {@link #RUNNING}, or the exit code: 0 after help, 2 after a line about what whoever starts it can mend
     */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            CommandLine command = new CommandLine(new Options());
            ParseResult parsed = command.parseArgs(arguments);
            if (parsed.isUsageHelpRequested()) {
                command.usage(out);
                return 0;
            } else if (parsed.isVersionHelpRequested()) {
                command.printVersionHelp(out);
                return 0;
            }
            EquipmentServer server = EquipmentServer.start(command.getCommand(), out);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            return RUNNING;
        } catch (StartException | ParameterException e) {
            err.println("dovetail-equipment: " + String.valueOf(e.getMessage()).replaceAll("\\s*[\\r\\n]+\\s*", " "));
            return MISTAKE;
        } catch (RuntimeException e) {
            LOG.error("The server could not start", e);
            return FAILED;
        }
    }
}
