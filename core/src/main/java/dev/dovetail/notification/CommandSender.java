package dev.dovetail.notification;

import java.util.List;

/**
 * Sends commands to one daemon. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CommandSender {
    /** Stands for every target that has no sender of its own. */
    String ANY_TARGET = "*";

    /**
     * Sends the commands of one unit of work for this target, in the order asked, each once.
     *
     * @throws Exception if they could not be sent: they are kept and sent again later, all of them
     */
    void send(List<Command> commands) throws Exception;

    /** Returns the sender that sends nothing, for a daemon that is not there on purpose. */
    static CommandSender none() {
        return commands -> {};
    }
}
