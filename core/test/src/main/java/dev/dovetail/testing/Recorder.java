package dev.dovetail.testing;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.List;

/** Remembers what is delivered. Thread-safe. */
final class Recorder {
    private final List<OutboxEntry> events = new ArrayList<>(); // guarded by this
    private final List<Command> commands = new ArrayList<>(); // guarded by this

    EventListener listener() {
        return this::add;
    }

    CommandSender sender() {
        return this::add;
    }

    /** Returns a sender that remembers what another one has sent. */
    CommandSender after(CommandSender first) {
        return commandsToSend -> {
            first.send(commandsToSend);
            add(commandsToSend);
        };
    }

    private synchronized void add(OutboxEntry event) {
        events.add(event);
    }

    private synchronized void add(List<Command> more) {
        commands.addAll(more);
    }

    synchronized List<OutboxEntry> events() {
        return List.copyOf(events);
    }

    synchronized List<Command> commands() {
        return List.copyOf(commands);
    }

    synchronized void clear() {
        events.clear();
        commands.clear();
    }
}
