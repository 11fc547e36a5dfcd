package dev.dovetail.plugin;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Daos;
import dev.dovetail.dao.Lookups;
import dev.dovetail.dao.Store;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.Relay;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.stream.EventStream;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.Constraints;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Loads plugins over a store and holds their services.
 *
 * <pre>{@code
 * try (PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
 *         .plugins(ResourcePlugin.of(USERS), ResourcePlugin.of(LINES), AssociationPlugin.of(USER_LINES))
 *         .listener(event -> System.out.println(event.name()))
 *         .load()) {
 *     registry.of(USERS).create(CallContext.of(Scope.all()), new User(0, "Ann"));
 * }
 * }</pre>
 *
 * <p>Thread-safe once loaded. Events are delivered on the thread that committed, before the call returns, or by another
 * thread that is just delivering, or after the listener that made the call; by a thread of their own with
 * {@link Builder#relayInBackground()}. Closing it ends the delivery and closes the store.
 *
 * @since 0.1
 */
public final class PluginRegistry implements Services, AutoCloseable {
    private final Store store;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Relay relay;
    private final UnitOfWork unitOfWork;
    private final List<Plugin> given;
    private final Constraints constraints;
    private final Map<String, Plugin> plugins = new LinkedHashMap<>();
    private final List<Plugin> all;
    private final Map<Object, LoadedResource<?, ?>> resources = new LinkedHashMap<>();
    private final Map<Object, AssociationPlugin<?, ?, ?, ?>> associations = new LinkedHashMap<>();
    private final Map<Class<?>, List<?>> byType = new ConcurrentHashMap<>();
    private final Map<Object, Object> daos = new HashMap<>();
    private final Map<Object, Object> services = new HashMap<>();
    private final Set<Object> beingMade = new LinkedHashSet<>();
    private final Daos loadedDaos = new Daos() {
        @Override
        @SuppressWarnings("unchecked") // filed under its own description
        public <T extends Record, K> Optional<Dao<T, K>> find(Resource<T, K> resource) {
            return Optional.ofNullable((Dao<T, K>) daos.get(resource));
        }

        @Override
        public <LK, RK> Optional<AssociationDao<LK, RK>> find(Association<?, LK, ?, RK> association) {
            return dao(association);
        }
    };

    private PluginRegistry(Builder builder) {
        this.store = builder.store;
        this.clock = builder.clock;
        this.ids = builder.ids;
        this.relay = builder.relay.clock(clock).build();
        this.unitOfWork = new UnitOfWork(store, relay.recording(), relay::wake, clock, ids);
        this.constraints = builder.constraints;
        List<Plugin> wanted = builder.wanted.plugins();
        wanted.forEach(this::name);
        this.given = wanted;
        this.all = builder.wanted.flat(wanted);
        all.forEach(this::register);
        wanted.forEach(plugin -> requireExtended(plugin, plugin));
        associations.keySet().forEach(association -> of((Association<?, ?, ?, ?>) association));
        resources.keySet().forEach(resource -> of((Resource<?, ?>) resource));
        resources.values().forEach(this::requireTargets);
        store.verify();
        if (builder.background) {
            relay.start();
        }
    }

    /** Starts a registry over a store, which it will close. */
    public static Builder on(Store store) {
        return new Builder(store);
    }

    private void name(Plugin plugin) {
        if (plugins.putIfAbsent(plugin.name(), plugin) != null && !isExtension(plugin)) {
            throw new IllegalArgumentException("plugin '" + plugin.name() + "': given twice");
        }
    }

    /** Returns whether a plugin extends a resource, as any number may. */
    private static boolean isExtension(Plugin plugin) {
        return plugin instanceof ResourcePlugin<?, ?> of && of.isExtension();
    }

    private void register(Plugin plugin) {
        if (plugin instanceof ResourcePlugin<?, ?> of && !of.isExtension()) {
            register(of);
        } else if (plugin instanceof AssociationPlugin<?, ?, ?, ?> of) {
            if (associations.putIfAbsent(of.association(), of) != null) {
                throw new IllegalArgumentException("association '" + of.name() + "': has two plugins");
            }
            daos.put(of.association(), associationDao(of));
        }
    }

    private <T extends Record, K> void register(ResourcePlugin<T, K> plugin) {
        List<ResourcePlugin<?, ?>> extensions = new ArrayList<>();
        for (Plugin other : all) {
            if (other instanceof ResourcePlugin<?, ?> of
                    && of.isExtension()
                    && of.resource().equals(plugin.resource())) {
                extensions.add(of);
            }
        }
        LoadedResource<T, K> loaded = new LoadedResource<>(plugin, extensions);
        if (resources.putIfAbsent(plugin.resource(), loaded) != null) {
            throw new IllegalArgumentException("resource '" + plugin.name() + "': has two plugins");
        }
        daos.put(plugin.resource(), loaded.dao(store));
    }

    private <LK, RK> AssociationDao<LK, RK> associationDao(AssociationPlugin<?, LK, ?, RK> plugin) {
        Function<Store, AssociationDao<LK, RK>> dao = plugin.has().dao;
        return dao == null ? store.dao(plugin.association()) : dao.apply(store);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Record, K> CRUDService<T, K> of(Resource<T, K> resource) {
        return (CRUDService<T, K>)
                service(resource, () -> crud((LoadedResource<T, K>) Objects.requireNonNull(resources.get(resource))));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <L extends Record, LK, R extends Record, RK> AssociationService<L, LK, R, RK> of(
            Association<L, LK, R, RK> association) {
        return (AssociationService<L, LK, R, RK>) service(
                association,
                () -> link((AssociationPlugin<L, LK, R, RK>) Objects.requireNonNull(associations.get(association))));
    }

    private Object service(Object description, Supplier<Object> maker) {
        Object known = services.get(description);
        if (known != null) {
            return known;
        }
        requireLoaded(description);
        if (!beingMade.add(description)) {
            throw new IllegalStateException("plugins need each other in a circle: " + beingMade + " and again "
                    + description + "; ask for a service when a rule runs, or for its DAO");
        }
        try {
            Object made = maker.get();
            services.put(description, made);
            return made;
        } finally {
            beingMade.remove(description);
        }
    }

    private <T extends Record, K> CRUDService<T, K> crud(LoadedResource<T, K> loaded) {
        CRUDService.Builder<T, K> builder =
                CRUDService.builder(dao(loaded.resource()), unitOfWork).constraints(constraints);
        loaded.addTo(builder, this);
        for (AssociationPlugin<?, ?, ?, ?> association : associations.values()) {
            DeletedSide.guards(loaded.resource(), association, this).forEach(builder::beforeDelete);
        }
        for (LoadedResource<?, ?> other : resources.values()) {
            Referents.guards(loaded.resource(), other.resource(), this).forEach(builder::beforeDelete);
        }
        return builder.build();
    }

    private <L extends Record, LK, R extends Record, RK> AssociationService<L, LK, R, RK> link(
            AssociationPlugin<L, LK, R, RK> plugin) {
        Association<L, LK, R, RK> association = plugin.association();
        AssociationService.Builder<L, LK, R, RK> builder = AssociationService.builder(
                        association,
                        dao(association).orElseThrow(),
                        dao(association.left()),
                        dao(association.right()),
                        unitOfWork)
                .constraints(constraints)
                .validation(plugin.has().validation(this))
                .notifier(plugin.has().notifier(this));
        plugin.has().afterLinking.forEach(hook -> builder.afterLinking(link -> hook.accept(this, link)));
        plugin.has().afterUnlinking.forEach(hook -> builder.afterUnlinking(link -> hook.accept(this, link)));
        return builder.build();
    }

    /** Refuses a plugin that extends, by itself or by one of its parts, a resource without a plugin. */
    private void requireExtended(Plugin plugin, Plugin part) {
        if (all.contains(part)) {
            if (part instanceof ResourcePlugin<?, ?> of && of.isExtension() && !daos.containsKey(of.resource())) {
                throw new IllegalStateException(
                        "plugin '" + plugin.name() + "' extends " + of.resource() + ", " + notLoaded(of.resource()));
            }
            part.parts().forEach(one -> requireExtended(plugin, one));
        }
    }

    private void requireTargets(LoadedResource<?, ?> loaded) {
        loaded.resource().references().forEach(reference -> requireLoaded(reference.target()));
    }

    private void requireLoaded(Object description) {
        if (!daos.containsKey(description)) {
            throw new IllegalStateException(notLoaded(description));
        }
    }

    private String notLoaded(Object description) {
        return "the plugin of " + description + " is not loaded; loaded are " + String.join(", ", plugins.keySet());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource) {
        requireLoaded(resource);
        return (Dao<T, K>) Objects.requireNonNull(daos.get(resource));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <LK, RK> Optional<AssociationDao<LK, RK>> dao(Association<?, LK, ?, RK> association) {
        return Optional.ofNullable((AssociationDao<LK, RK>) daos.get(association));
    }

    @Override
    public Lookups lookups() {
        return Lookups.in(loadedDaos);
    }

    @Override
    public boolean loaded(String plugin) {
        return plugins.containsKey(plugin);
    }

    /** Returns the plugins loaded, in the order given, without their parts. */
    public List<Plugin> plugins() {
        return List.copyOf(given);
    }

    /** Returns the resources loaded, with what extensions add to them. */
    public List<Resource<?, ?>> resources() {
        List<Resource<?, ?>> loaded = new ArrayList<>();
        resources.values().forEach(resource -> loaded.add(resource.resource()));
        return List.copyOf(loaded);
    }

    /** Returns the associations loaded. */
    public List<Association<?, ?, ?, ?>> associations() {
        List<Association<?, ?, ?, ?>> loaded = new ArrayList<>();
        associations.values().forEach(plugin -> loaded.add(plugin.association()));
        return List.copyOf(loaded);
    }

    @Override
    @SuppressWarnings("unchecked") // filed under the type
    public <P> List<P> plugins(Class<P> type) {
        return (List<P>) byType.computeIfAbsent(
                type,
                key -> all.stream().filter(type::isInstance).map(type::cast).toList());
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Supplier<UUID> ids() {
        return ids;
    }

    @Override
    public Outbox.Backlog backlog() {
        return store.outbox().backlog();
    }

    /** Returns what delivers events and commands. */
    public Relay relay() {
        return relay;
    }

    /** Delivers what is due now, on this thread; needed only without commits that would do it. */
    public void deliver() {
        relay.drain();
    }

    @Override
    public void close() {
        relay.close();
        store.close();
    }

    /** Collects plugins and what they need. Not thread-safe. */
    public static final class Builder {
        private final Store store;
        private final PluginSelection wanted = new PluginSelection();
        private final Relay.Builder relay;
        private Clock clock = Clock.systemUTC();
        private Supplier<UUID> ids = UUID::randomUUID;
        private Constraints constraints = Constraints.byProvider();
        private boolean background;

        private Builder(Store store) {
            this.store = store;
            this.relay = Relay.builder(store.outbox());
        }

        /** Adds plugins; their order matters only for {@link Services#plugins(Class)}. */
        public Builder plugins(Plugin... more) {
            return plugins(Arrays.asList(more));
        }

        /** Adds plugins; their order matters only for {@link Services#plugins(Class)}. */
        public Builder plugins(List<? extends Plugin> more) {
            wanted.add(more);
            return this;
        }

        /**
         * Leaves plugins out, and with a resource its extensions and associations.
         *
         * @param names of plugins given
         */
        public Builder without(String... names) {
            wanted.leaveOut(Arrays.asList(names));
            return this;
        }

        /** Adds a listener that is told of every event after its commit. */
        public Builder listener(EventListener listener) {
            relay.listeners(List.of(listener));
            return this;
        }

        /** Sets what sends the commands for a target, or for {@link CommandSender#ANY_TARGET}. */
        public Builder sender(String target, CommandSender sender) {
            relay.senders(Map.of(target, sender));
            return this;
        }

        /** Adds a stream that keeps events for readers who come and go; to be made over the same store. */
        public Builder stream(EventStream stream) {
            relay.asyncPublisher(EventStream.TARGET, stream);
            return this;
        }

        /** Adds to whom events go, and says how: {@link Relay.Builder}. */
        public Builder relay(Consumer<Relay.Builder> step) {
            step.accept(relay);
            return this;
        }

        /**
         * Sets what checks the constraints on records, such as a validator of the application's own:
         * {@code constraints(Constraints.by(validator))}. The Bean Validation provider on the class path unless called.
         */
        public Builder constraints(Constraints checked) {
            this.constraints = checked;
            return this;
        }

        /** Sets the clock; the system's in UTC unless called. */
        public Builder clock(Clock tells) {
            this.clock = tells;
            return this;
        }

        /** Sets what makes identifiers; random ones (RFC 9562, version 4) unless called. */
        public Builder ids(Supplier<UUID> makes) {
            this.ids = makes;
            return this;
        }

        /** Delivers events and commands on a thread of their own, instead of the one that committed. */
        public Builder relayInBackground() {
            this.background = true;
            return this;
        }

        /**
         * Makes every service.
         *
         * @throws IllegalArgumentException if a plugin is given twice, one to leave out is unknown, or two plugins give
         *     a resource different derived values of one name
         * @throws IllegalStateException if a plugin needs, or extends, one that is not loaded, or the store lacks what
         *     one needs:
         *     {@link Store#verify()}
         */
        public PluginRegistry load() {
            return new PluginRegistry(this);
        }
    }
}
