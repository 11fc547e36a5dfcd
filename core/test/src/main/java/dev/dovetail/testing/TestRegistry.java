package dev.dovetail.testing;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Holds the services of plugins over an empty store in memory, and what they have announced.
 *
 * <pre>{@code
 * try (TestRegistry t = TestRegistry.of(Users.PLUGIN, Lines.PLUGIN, UserLines.PLUGIN)) {
 *     User ann = t.of(USERS).create(t.call(), new User(0, "Ann"));
 *     assertThat(t.events(USER_CREATED)).containsExactly(ann);
 * }
 * }</pre>
 *
 * <p>Events and commands are those of committed units of work only, in the order in which they would go out: what a
 * unit announced that failed is not among them. They are there as soon as the call returns. Thread-safe; closed by the
 * test.
 *
 * @since 0.1
 */
public final class TestRegistry implements AutoCloseable {
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    private final Recorder recorder;
    private final TestClock clock;
    private final PluginRegistry registry;
    private final CallContext call = CallContext.of(Scope.all()).by("tester");

    private TestRegistry(Builder builder) {
        this.recorder = new Recorder();
        this.clock = builder.clock;
        PluginRegistry.Builder loading = PluginRegistry.on(MemoryStore.create(clock, LOCK_TIMEOUT))
                .plugins(builder.plugins)
                .clock(clock)
                .ids(builder.ids)
                .listener(recorder.listener())
                .sender(CommandSender.ANY_TARGET, recorder.sender());
        builder.listeners.forEach(loading::listener);
        builder.senders.forEach((target, sender) -> loading.sender(target, recorder.after(sender)));
        this.registry = loading.load();
    }

    /** Returns the services of plugins, which may be given in any order; all else as in {@link #builder}. */
    public static TestRegistry of(Plugin... plugins) {
        return builder(plugins).load();
    }

    /** Starts a registry of plugins, which may be given in any order. */
    public static Builder builder(Plugin... plugins) {
        return new Builder(Arrays.asList(plugins));
    }

    /**
     * Returns the service of a resource.
     *
     * @throws IllegalStateException if its plugin is not among those given
     */
    public <T extends Record, K> CRUDService<T, K> of(Resource<T, K> resource) {
        return registry.of(resource);
    }

    /**
     * Returns the service of an association.
     *
     * @throws IllegalStateException if its plugin is not among those given
     */
    public <L extends Record, LK, R extends Record, RK> AssociationService<L, LK, R, RK> of(
            Association<L, LK, R, RK> association) {
        return registry.of(association);
    }

    /** Returns the registry, as the application under test takes it; do not close it. */
    public PluginRegistry registry() {
        return registry;
    }

    /** Returns a call by "tester" that sees all tenants; {@link CallContext#in} confines it. */
    public CallContext call() {
        return call;
    }

    /** Runs several calls as one unit of work. */
    public void unit(Runnable calls) {
        registry.unitOfWork().run(call, calls);
    }

    /** Returns the events so far, or since {@link #clear}, in order; a copy. */
    public List<OutboxEntry> events() {
        return recorder.events();
    }

    /** Returns the data of the events of one type so far, or since {@link #clear}, in order; a copy. */
    public <D> List<D> events(EventType<D> type) {
        return recorder.events().stream()
                .filter(event -> event.is(type))
                .map(event -> event.data(type))
                .toList();
    }

    /** Returns the commands sent so far, or since {@link #clear}, to whatever target, in order; a copy. */
    public List<Command> commands() {
        return recorder.commands();
    }

    /** Forgets the events and commands so far; the data stays. For the end of what a test sets up. */
    public void clear() {
        recorder.clear();
    }

    /** Returns the clock, for the test to move. */
    public TestClock clock() {
        return clock;
    }

    @Override
    public void close() {
        registry.close();
    }

    /** Collects what a test wants otherwise. Not thread-safe. */
    public static final class Builder {
        private final List<Plugin> plugins;
        private final List<EventListener> listeners = new java.util.ArrayList<>();
        private final Map<String, CommandSender> senders = new LinkedHashMap<>();
        private TestClock clock = TestClock.at(Instant.parse("2026-01-01T00:00:00Z"));
        private Supplier<UUID> ids = counting();

        private Builder(List<Plugin> plugins) {
            this.plugins = List.copyOf(plugins);
        }

        private static Supplier<UUID> counting() {
            AtomicLong last = new AtomicLong();
            return () -> new UUID(0, last.incrementAndGet());
        }

        /** Adds a listener, a mock for example; it is told after the events have been recorded. */
        public Builder listener(EventListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * Sets what sends the commands for a target, a mock for example; those sent without an exception are recorded.
         */
        public Builder sender(String target, CommandSender sender) {
            senders.put(target, sender);
            return this;
        }

        /** Sets where the clock stands at first; at 2026-01-01T00:00:00Z unless called. */
        public Builder now(Instant instant) {
            this.clock = TestClock.at(instant);
            return this;
        }

        /** Sets what makes identifiers; 00000000-0000-0000-0000-000000000001 and so on unless called. */
        public Builder ids(Supplier<UUID> makes) {
            this.ids = makes;
            return this;
        }

        /**
         * Makes every service.
         *
         * @throws IllegalArgumentException if a plugin is given twice
         * @throws IllegalStateException if a plugin needs one that is not given
         */
        public TestRegistry load() {
            return new TestRegistry(this);
        }
    }
}
