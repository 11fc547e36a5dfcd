package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.setup.SetupException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the server as a program: reads the options, starts it, and ends it when the process is told to end. */
public final class Launcher {
    /** Says that the server runs, rather than an exit code. */
    public static final int RUNNING = -1;

    private static final int MISTAKE = 2;
    private static final int FAILED = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private Launcher() {}

    /**
     * Starts the server.
     *
     * @return {@link #RUNNING}, or the exit code: 0 after help, a check or a clean-up, 2 after one line about what
     *     whoever starts it can mend
     */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
        try {
            Options options = options(arguments, out);
            if (options == null) {
                return 0;
            }
            if (options.cleanTenants) {
                TenantCleanUp.run(options, System.getenv());
                return 0;
            }
            if (options.check) {
                StartCheck.run(options, System.getenv());
                return 0;
            }
            TelephonyServer server = TelephonyServer.start(options, System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "shutdown"));
            return RUNNING;
        } catch (SetupException | ParameterException e) {
            err.println("dovetail-telephony: " + String.valueOf(e.getMessage()).replaceAll("\\s*[\\r\\n]+\\s*", " "));
            return MISTAKE;
        } catch (RuntimeException e) {
            LOG.error("The server could not start", e);
            return FAILED;
        }
    }

    private static void end(TelephonyServer server) {
        server.close();
        LOG.info("Ended");
    }

    /**
     * Reads the options.
     *
     * @return null if help or the version was asked for and has been printed
     * @throws ParameterException if an option is not understood
     * @throws SetupException if options do not go together, or the configuration file has a mistake
     */
    static @Nullable Options options(String[] arguments, PrintWriter out) {
        Options options = parse(arguments, out, null);
        if (options != null && options.config != null) {
            options = parse(arguments, out, options.config);
        }
        if (options != null) {
            options.check();
        }
        return options;
    }

    private static @Nullable Options parse(String[] arguments, PrintWriter out, @Nullable Path config) {
        CommandLine command = new CommandLine(new Options());
        CommandSpec spec = command.getCommandSpec();
        if (config != null) {
            command.setDefaultValueProvider(ConfigFile.read(config, spec));
        }
        ParseResult parsed = command.parseArgs(arguments);
        if (parsed.isUsageHelpRequested()) {
            command.usage(out);
            return null;
        } else if (parsed.isVersionHelpRequested()) {
            command.printVersionHelp(out);
            return null;
        }
        return command.getCommand();
    }
}
