package dev.dovetail.examples.telephony;

import dev.dovetail.examples.telephony.server.Launcher;

/** Starts the telephony server. */
public final class Main {
    private Main() {}

    /** Runs until the process is told to end; {@code --help} tells the options. */
    public static void main(String[] arguments) {
        int exitCode = Launcher.run(arguments);
        if (exitCode != Launcher.RUNNING) {
            System.exit(exitCode);
        }
    }
}
