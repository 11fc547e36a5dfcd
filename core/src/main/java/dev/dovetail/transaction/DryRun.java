package dev.dovetail.transaction;

import dev.dovetail.notification.outbox.OutboxEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what work that was tried out would have done.
 *
 * @param result what the work returned
 * @param announced the commands, then the events that would have been sent, in order
 * @param <R> the type of the result
 * @since 0.1
 */
public record DryRun<R extends @Nullable Object>(R result, List<OutboxEntry> announced) {
    public DryRun {
        announced = List.copyOf(announced);
    }

    /** Returns the events that would have been sent, in order. */
    public List<OutboxEntry> events() {
        return of(OutboxEntry.Kind.EVENT);
    }

    /** Returns the commands that would have been sent, in order. */
    public List<OutboxEntry> commands() {
        return of(OutboxEntry.Kind.COMMAND);
    }

    private List<OutboxEntry> of(OutboxEntry.Kind kind) {
        return announced.stream().filter(entry -> entry.kind() == kind).toList();
    }
}
