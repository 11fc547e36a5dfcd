package dev.dovetail.examples.equipment;

import dev.dovetail.examples.equipment.server.Launcher;

/** Starts the equipment server. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = Launcher.run(arguments);
        if (code != Launcher.RUNNING) {
            System.exit(code);
        }
    }
}
