package dev.dovetail.notification.outbox;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what the outbox holds to command senders and listeners: of each unit of work the commands first, then the
 * events.
 *
 * <p>A command that fails is kept and sent again, 1 s later, then 2 s, 4 s, ... up to 5 minutes, and until then nothing
 * else is sent to its target, so that a daemon that does not answer holds back no events. Thread-safe. Either {@linkplain #drain() drained} by its owner or run on a thread of its own between
 * {@link #start()} and {@link #close()}.
 *
 * @since 0.1
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final List<EventListener> listeners;
    private final Map<String, CommandSender> senders;
    private final Clock clock;
    private final ReentrantLock draining = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final Map<String, Away> away = new HashMap<>(); // guarded by draining
    private @Nullable RelayThread thread;

    /** Remembers a target that has failed: how often in a row, why, and until when it is left alone. */
    private record Away(int failures, String error, Instant until) {}

    /**
     * Makes a relay; nothing is delivered yet.
     *
     * @param senders by the target that commands name, or {@link CommandSender#ANY_TARGET}
     */
    public Relay(Outbox outbox, List<EventListener> listeners, Map<String, CommandSender> senders, Clock clock) {
        this.outbox = outbox;
        this.listeners = List.copyOf(listeners);
        this.senders = Map.copyOf(senders);
        this.clock = clock;
    }

    /** Delivers from now on on a thread of its own: soon after each {@link #wake}, and once a second. */
    public synchronized void start() {
        if (thread == null) {
            thread = new RelayThread(this::drain);
            thread.start();
        }
    }

    /**
     * Tells that something has been committed: wakes the relay's thread or, without one, delivers on this one. A failure
     * to deliver is logged, since the commit is done; what is due is delivered with the next one.
     */
    public void wake() {
        RelayThread running = running();
        if (running == null) {
            try {
                drain();
            } catch (RuntimeException e) {
                LOG.warn("What was committed could not be delivered and will be later", e);
            }
        } else {
            running.wake();
        }
    }

    private synchronized @Nullable RelayThread running() {
        return thread;
    }

    /** Delivers all that is due; leaves it to another thread that is doing it, and to the caller of a listener. */
    public void drain() {
        wanted.set(true);
        if (draining.isHeldByCurrentThread()) {
            return;
        }
        // asked for while another thread was about to end: that thread, or this one, looks once more
        while (wanted.get() && draining.tryLock()) {
            try {
                wanted.set(false);
                while (outbox.process(BATCH, this::deliver)) {
                    // until nothing is due
                }
            } finally {
                draining.unlock();
            }
        }
    }

    private List<Outbox.Result> deliver(List<OutboxEntry> entries) {
        Map<OutboxEntry, Outbox.Result> results = new LinkedHashMap<>();
        Map<UUID, List<OutboxEntry>> units = new LinkedHashMap<>();
        entries.forEach(entry ->
                units.computeIfAbsent(entry.unit(), unit -> new ArrayList<>()).add(entry));
        units.values().forEach(unit -> deliverUnit(unit, results));
        return entries.stream()
                .map(entry -> java.util.Objects.requireNonNull(results.get(entry)))
                .toList();
    }

    private void deliverUnit(List<OutboxEntry> unit, Map<OutboxEntry, Outbox.Result> results) {
        Map<String, List<OutboxEntry>> commands = new LinkedHashMap<>();
        for (OutboxEntry entry : unit) {
            if (entry.kind() == OutboxEntry.Kind.COMMAND) {
                commands.computeIfAbsent(entry.subject(), target -> new ArrayList<>())
                        .add(entry);
            }
        }
        commands.forEach((target, entries) -> {
            Outbox.Result result =
                    deliver(target, entries.stream().map(OutboxEntry::toCommand).toList());
            entries.forEach(entry -> results.put(entry, result));
        });
        for (OutboxEntry entry : unit) {
            if (entry.kind() == OutboxEntry.Kind.EVENT) {
                listeners.forEach(listener -> tell(listener, entry));
                results.put(entry, Outbox.Result.DONE);
            }
        }
    }

    private Outbox.Result deliver(String target, List<Command> commands) {
        Away known = away.get(target);
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.until())) {
            String error = send(target, commands);
            if (error == null) {
                away.remove(target);
                return Outbox.Result.DONE;
            }
            int failures = known == null ? 1 : known.failures() + 1;
            known = new Away(failures, error, now.plus(pause(failures)));
            away.put(target, known);
        }
        return new Outbox.Result(known.error(), known.until());
    }

    private static Duration pause(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
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

    private static void tell(EventListener listener, OutboxEntry event) {
        try {
            listener.on(event);
        } catch (Throwable e) { // an Error too: the event has happened, the others are to be told
            LOG.error("A listener of the event {} ({}) has failed", event.name(), event.id(), e);
        }
    }

    /** Ends the relay's thread; what is not delivered stays in the outbox. */
    @Override
    public void close() {
        RelayThread running = running();
        if (running != null) {
            running.end();
        }
    }
}
