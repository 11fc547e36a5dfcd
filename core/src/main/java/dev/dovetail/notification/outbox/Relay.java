package dev.dovetail.notification.outbox;

import dev.dovetail.notification.CommandSender;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what the outbox holds to command senders, listeners and publishers: at least once, of each unit of work the
 * commands first, and the events about one subject in the order of their commits.
 *
 * <p>Each target has a lane of its own, and makes its own progress: one that is away holds up no other. It is tried
 * again later and later, {@link RelayOptions#backoff()}, and its entries stay in the outbox meanwhile. An event that
 * its target refuses is tried some times, later ones about the same subject waiting, and then set aside; a command is
 * kept until it is sent. Thread-safe. Either {@linkplain #drain() drained} by its owner, or run on threads of its own
 * between {@link #start()} and {@link #close()}; any number of nodes may run one on the same outbox.
 *
 * @since 0.1
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Outbox outbox;
    private final RelayOptions options;
    private final Map<String, Lane> commands = new LinkedHashMap<>();
    private final Map<String, Lane> events = new LinkedHashMap<>();
    private final Set<String> asynchronous;
    private final List<EventPublisher> publishers;
    private final Outbox recording;
    private Outbox.@Nullable Listening listening;
    private volatile boolean background;

    /**
     * Makes a relay of listeners and senders; nothing is delivered yet.
     *
     * @param senders by the target that commands name, or {@link CommandSender#ANY_TARGET}
     */
    public Relay(Outbox outbox, List<EventListener> listeners, Map<String, CommandSender> senders, Clock clock) {
        this(builder(outbox).listeners(listeners).senders(senders).clock(clock));
    }

    private Relay(Builder builder) {
        this.outbox = builder.outbox;
        this.options = builder.options;
        this.asynchronous = Set.copyOf(builder.asynchronous);
        this.publishers = List.copyOf(builder.publishers.values());
        for (String target : builder.senders.keySet()) {
            commands.put(target, commands(Claim.Selection.of(OutboxEntry.Kind.COMMAND, target), builder));
        }
        commands.put(
                "others",
                commands(Claim.Selection.except(OutboxEntry.Kind.COMMAND, builder.senders.keySet()), builder));
        Set<String> targets = new LinkedHashSet<>(builder.publishers.keySet());
        if (!builder.listeners.isEmpty()) {
            targets.add(OutboxEntry.LISTENERS);
        }
        this.recording = outbox.recording(entries -> addressed(entries, targets));
        // even without a listener: what was recorded for those that there were before is not kept for ever
        events.put(
                OutboxEntry.LISTENERS,
                events(OutboxEntry.LISTENERS, new ListenerWork(List.copyOf(builder.listeners), options)));
        builder.publishers.forEach((target, publisher) ->
                events.put(target, events(target, new PublisherWork(target, publisher, options, builder.clock))));
    }

    /** Returns each event once for each target, so not at all when there is none. */
    private static List<OutboxEntry> addressed(List<OutboxEntry> entries, Set<String> targets) {
        List<OutboxEntry> addressed = new ArrayList<>(entries.size() * Math.max(targets.size(), 1));
        for (OutboxEntry entry : entries) {
            if (entry.kind() == OutboxEntry.Kind.COMMAND) {
                addressed.add(entry);
            } else {
                for (String target : targets) {
                    addressed.add(entry.to(target));
                }
            }
        }
        return addressed;
    }

    private Lane commands(Claim.Selection which, Builder builder) {
        Work work = new CommandWork(Map.copyOf(builder.senders), options, builder.clock);
        return new Lane(outbox, claim(which), work, () -> events.values().forEach(Lane::wake));
    }

    private Lane events(String target, Work work) {
        return new Lane(outbox, claim(Claim.Selection.of(OutboxEntry.Kind.EVENT, target)), work, () -> {});
    }

    private Claim claim(Claim.Selection which) {
        return new Claim(options.node(), which, options.batch(), options.lease());
    }

    /** Starts a relay of an outbox. */
    public static Builder builder(Outbox outbox) {
        return new Builder(outbox);
    }

    /** Returns the outbox for units of work to record in: it holds an event once for each target of this relay. */
    public Outbox recording() {
        return recording;
    }

    /**
     * Delivers from now on on threads of its own, one for each target: soon after each {@link #wake} and each commit on
     * another node that the store tells of, and once in a while.
     */
    public synchronized void start() {
        if (!background) {
            background = true;
            commands.forEach((target, lane) -> lane.start("dovetail-relay-to-" + target, options));
            events.forEach((target, lane) -> startOnce(target, lane));
            listening = outbox.listen(this::wakeThreads);
        }
    }

    private void startOnce(String target, Lane lane) {
        if (!asynchronous.contains(target)) {
            lane.start(target.equals(OutboxEntry.LISTENERS) ? "dovetail-relay" : "dovetail-relay-" + target, options);
        }
    }

    /** Starts the threads of those that are never told on the thread that commits. */
    private void startAsynchronous() {
        asynchronous.forEach(target ->
                java.util.Objects.requireNonNull(events.get(target)).start("dovetail-relay-" + target, options));
    }

    /**
     * Tells that something has been committed: wakes the relay's threads or, without them, delivers on this one. A
     * failure to deliver is logged, since the commit is done; what is due is delivered with the next one.
     */
    public void wake() {
        wakeThreads();
        if (!background) {
            try {
                drain();
            } catch (RuntimeException e) {
                LOG.warn("What was committed could not be delivered and will be later", e);
            }
        }
    }

    private void wakeThreads() {
        commands.values().forEach(Lane::wake);
        events.values().forEach(Lane::wake);
    }

    /** Delivers all that is due; leaves it to other threads that are doing it, and to the caller of a listener. */
    public void drain() {
        boolean any = true;
        while (any) {
            any = false;
            for (Lane lane : commands.values()) {
                any |= lane.run();
            }
            for (Map.Entry<String, Lane> lane : events.entrySet()) {
                any |= !asynchronous.contains(lane.getKey()) && lane.getValue().run();
            }
        }
    }

    /** Returns the targets that are away, each with the reason. */
    public Map<String, String> away() {
        Map<String, String> away = new LinkedHashMap<>();
        for (Map<String, Lane> lanes : List.of(commands, events)) {
            lanes.forEach((target, lane) -> {
                String reason = lane.away();
                if (reason != null) {
                    away.put(target, reason);
                }
            });
        }
        return away;
    }

    /** Ends the relay's threads and closes its publishers; what is not delivered stays in the outbox. */
    @Override
    public void close() {
        Outbox.Listening listens = listening();
        if (listens != null) {
            listens.close();
        }
        List<Lane> lanes = new ArrayList<>(commands.values());
        lanes.addAll(events.values());
        lanes.forEach(Lane::end);
        lanes.forEach(Lane::join);
        publishers.forEach(EventPublisher::close);
    }

    private synchronized Outbox.@Nullable Listening listening() {
        return listening;
    }

    /** Collects whom a relay delivers to. Not thread-safe. */
    public static final class Builder {
        private final Outbox outbox;
        private final List<EventListener> listeners = new ArrayList<>();
        private final Map<String, CommandSender> senders = new LinkedHashMap<>();
        private final Map<String, EventPublisher> publishers = new LinkedHashMap<>();
        private final Set<String> asynchronous = new LinkedHashSet<>();
        private RelayOptions options = RelayOptions.standard();
        private Clock clock = Clock.systemUTC();

        private Builder(Outbox outbox) {
            this.outbox = outbox;
        }

        /** Adds listeners, which are told one after the other, once. */
        public Builder listeners(List<EventListener> more) {
            listeners.addAll(more);
            return this;
        }

        /** Adds senders, by the target that commands name. */
        public Builder senders(Map<String, CommandSender> more) {
            senders.putAll(more);
            return this;
        }

        /**
         * Adds a publisher, which the relay closes.
         *
         * @param target its name, which must not change from one start to the next: what waits in the outbox is
         *     addressed to it
         * @throws IllegalArgumentException if the name is taken
         */
        public Builder publisher(String target, EventPublisher publisher) {
            if (target.equals(OutboxEntry.LISTENERS) || publishers.putIfAbsent(target, publisher) != null) {
                throw new IllegalArgumentException("publisher '" + target + "': the name is taken");
            }
            return this;
        }

        /**
         * Adds a publisher that is handed events on a thread of its own, also by a relay without {@link Relay#start()},
         * so that it takes no part in whatever commits.
         *
         * @param target its name, as that of a {@link #publisher}
         */
        public Builder asyncPublisher(String target, EventPublisher publisher) {
            publisher(target, publisher);
            asynchronous.add(target);
            return this;
        }

        /**
         * Adds a listener that is told on a thread of its own, also by a relay without {@link Relay#start()}, so that
         * it holds up neither commits nor other listeners.
         *
         * <p>Its queue is the outbox: at most a batch is in memory, the rest waits there, however slow the listener is,
         * and outlives a crash. What it throws counts as a refusal: the event is tried again and then set aside.
         *
         * @param target its name, as that of a {@link #publisher}
         */
        public Builder asyncListener(String target, EventListener listener) {
            return asyncPublisher(target, ListenerPublisher.of(listener));
        }

        /** Sets how the relay works; {@link RelayOptions#standard()} unless called. */
        public Builder options(RelayOptions how) {
            this.options = how;
            return this;
        }

        /** Sets the clock that tells when to try again; the system's unless called. */
        public Builder clock(Clock tells) {
            this.clock = tells;
            return this;
        }

        /** Returns the relay; nothing is delivered yet, but to asynchronous listeners. */
        public Relay build() {
            Relay relay = new Relay(this);
            relay.startAsynchronous();
            return relay;
        }
    }
}
