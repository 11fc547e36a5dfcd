package dev.dovetail.notification.outbox;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands, those of a unit of work for one target at once. A target that fails is left alone for a while; what
 * is asked of it meanwhile is put off, so that the events of those units need not wait for it.
 */
final class CommandWork implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Map<String, CommandSender> senders;
    private final RelayOptions options;
    private final Clock clock;
    private final Map<String, Away> away = new ConcurrentHashMap<>(); // written by one thread, read by others

    /** Remembers a target that has failed: how often in a row, why, and until when it is left alone. */
    private record Away(int failures, String error, Instant until) {}

    private record Batch(UUID unit, String target) {}

    CommandWork(Map<String, CommandSender> senders, RelayOptions options, Clock clock) {
        this.senders = senders;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public List<Outbox.Result> handle(List<OutboxEntry> entries) {
        Map<Batch, List<OutboxEntry>> batches = new LinkedHashMap<>();
        entries.forEach(
                entry -> batches.computeIfAbsent(new Batch(entry.unit(), entry.target()), batch -> new ArrayList<>())
                        .add(entry));
        Work.Deadline deadline = Work.deadline(options.lease());
        Map<Batch, Outbox.Result> results = new HashMap<>();
        batches.forEach((batch, commands) ->
                results.put(batch, deadline.passed() ? Outbox.Result.NOT_TRIED : deliver(batch.target(), commands)));
        return entries.stream()
                .map(entry -> java.util.Objects.requireNonNull(results.get(new Batch(entry.unit(), entry.target()))))
                .toList();
    }

    private Outbox.Result deliver(String target, List<OutboxEntry> commands) {
        Away known = away.get(target);
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.until())) {
            String error =
                    send(target, commands.stream().map(OutboxEntry::toCommand).toList());
            if (error == null) {
                away.remove(target);
                return Outbox.Result.DONE;
            }
            int failures = known == null ? 1 : known.failures() + 1;
            known = new Away(failures, error, now.plus(options.backoff().after(failures)));
            away.put(target, known);
        }
        return new Outbox.Result(known.error(), known.until());
    }

    private @Nullable String send(String target, List<Command> commands) {
        CommandSender own = senders.get(target);
        CommandSender sender = own == null ? senders.get(CommandSender.ANY_TARGET) : own;
        try {
            if (sender == null) {
                throw new IllegalStateException("no sender is registered for the target '" + target + "'");
            }
            sender.send(commands);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        } catch (Throwable e) { // an Error too: the rest of the batch must not wait for this sender
            LOG.warn("Commands to {} could not be sent and will be sent again: {}", target, e.toString());
            return e.toString();
        }
    }

    @Override
    public @Nullable String away() {
        return away.values().stream().map(Away::error).findFirst().orElse(null);
    }
}
