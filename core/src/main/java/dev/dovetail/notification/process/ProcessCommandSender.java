package dev.dovetail.notification.process;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Does commands by running a program for each, one after the other.
 *
 * <p>The program is started by its argument list; no shell reads it, so that a parameter cannot say more than it does.
 * It has no input. It must end with exit code 0 within the time-out, 10 s unless set, or it is killed with all that it
 * has started; anything else is a failure, told with the end of what it has written, and the relay runs the commands of
 * the unit again later. So a program must bear to be run twice. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ProcessCommandSender implements CommandSender {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OUTPUT = 2_000;

    private final Function<Command, List<String>> arguments;
    private final Duration timeout;

    private ProcessCommandSender(Function<Command, List<String>> arguments, Duration timeout) {
        this.arguments = arguments;
        this.timeout = timeout;
    }

    /**
     * Returns the sender that runs what a function makes of a command.
     *
     * @param arguments the program and its arguments
     */
    public static ProcessCommandSender running(Function<Command, List<String>> arguments) {
        return new ProcessCommandSender(arguments, TIMEOUT);
    }

    /** Returns this sender with another limit for each run; shorter than half of the relay's lease. */
    public ProcessCommandSender timeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("timeout: " + limit + " (expected: > 0)");
        }
        return new ProcessCommandSender(arguments, limit);
    }

    @Override
    public void send(List<Command> commands) throws IOException, InterruptedException {
        for (Command command : commands) {
            run(command);
        }
    }

    private void run(Command command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(arguments.apply(command))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        OutputTail output = OutputTail.of(process.getInputStream(), OUTPUT);
        boolean ended = false;
        try {
            process.getOutputStream().close();
            ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        if (!ended) {
            throw failure(command, "has not ended within " + timeout.toMillis() + " ms and was killed", output);
        } else if (process.exitValue() != 0) {
            throw failure(command, "has ended with " + process.exitValue() + " (expected: 0)", output);
        }
    }

    private static IOException failure(Command command, String what, OutputTail output) throws InterruptedException {
        String text = output.text();
        return new IOException(
                "the program for '" + command.action() + "' " + what + (text.isEmpty() ? "" : ": " + text));
    }
}
