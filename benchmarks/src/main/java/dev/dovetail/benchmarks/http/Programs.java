package dev.dovetail.benchmarks.http;

import java.io.IOException;
import java.sql.SQLException;

/** How the programs of this package end. */
final class Programs {
    /** What a program does. */
    interface Task {
        void run() throws Exception;
    }

    private Programs() {}

    /** Runs a task; ends the process with 2 if it was not asked for rightly, with 1 if it failed. */
    static void run(Task task) throws Exception {
        try {
            task.run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException | SQLException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
