package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.ValueCodec;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in tables of H2 or PostgreSQL, by MyBatis.
 *
 * <p>Reads outside a unit of work run in autocommit mode; a unit of work takes a connection at its first statement, at
 * the isolation that the data source gives (READ COMMITTED by default). The data source should be a pool of three
 * connections or more: the outbox is processed beside the units that listeners start, and on PostgreSQL a relay that
 * runs in the background keeps one to hear of what other nodes record. Each connection gets the store's
 * time-outs when it is first seen, and on PostgreSQL does without just-in-time compilation. Thread-safe.
 *
 * @since 0.1
 */
public final class MyBatisStore implements Store {
    private final DataSource dataSource;
    private final boolean ownsDataSource;
    private final Dialect dialect;
    private final Sessions sessions;
    private final DatabaseSchema schema;
    private final SqlOutbox outbox;
    private final Map<Object, Consumer<?>> overrides;
    private final Map<Object, Object> daos = new ConcurrentHashMap<>();

    private MyBatisStore(Builder builder) {
        this.dataSource = builder.dataSource;
        this.ownsDataSource = builder.ownsDataSource;
        this.dialect = builder.dialect == null ? Dialect.of(dataSource) : builder.dialect;
        StoreConfiguration configuration = new StoreConfiguration(dialect);
        builder.configured.forEach(step -> step.accept(configuration));
        DataSource timed =
                PreparedDataSource.of(dataSource, dialect.settings(builder.lockTimeout, builder.statementTimeout));
        this.sessions = new Sessions(configuration, timed, builder.ambient);
        this.schema = new DatabaseSchema(dialect, builder.values, tables());
        this.outbox = new SqlOutbox(sessions, builder.events, builder.clock, OutboxSignal.of(dialect, dataSource));
        this.overrides = Map.copyOf(builder.overrides);
    }

    /** Starts a store over a data source, which stays the caller's unless {@link Builder#ownsDataSource()}. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /** Returns the dialect of the database. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a component has no column type and no codec is given
     */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource) {
        return (Dao<T, K>) daos.computeIfAbsent(resource, key -> make(resource));
    }

    private <T extends Record, K> SqlDao<T, K> make(Resource<T, K> resource) {
        SqlTable<T> table = table(resource);
        schema.keeps(table.name(), resource);
        return new SqlDao<>(sessions, resource, table, schema);
    }

    @SuppressWarnings("unchecked") // as they were put
    private <T extends Record> SqlTable<T> table(Resource<T, ?> resource) {
        SqlTable.Builder<T> names = SqlTable.builder(resource);
        Consumer<SqlTable.Builder<T>> override = (Consumer<SqlTable.Builder<T>>) overrides.get(resource);
        if (override != null) {
            override.accept(names);
        }
        return names.build(dialect);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <L extends Record, LK, R extends Record, RK> AssociationDao<LK, RK> dao(
            Association<L, LK, R, RK> association) {
        return (AssociationDao<LK, RK>) daos.computeIfAbsent(association, key -> make(association));
    }

    private DatabaseSchema.Tables tables() {
        return new DatabaseSchema.Tables() {
            private final Map<Object, Object> known = new ConcurrentHashMap<>();

            @Override
            @SuppressWarnings("unchecked") // filed under its own description
            public <T extends Record> SqlTable<T> of(Resource<T, ?> resource) {
                return (SqlTable<T>) known.computeIfAbsent(resource, key -> table(resource));
            }

            @Override
            public SqlLinks of(Association<?, ?, ?, ?> association) {
                return (SqlLinks) known.computeIfAbsent(association, key -> links(association));
            }
        };
    }

    @SuppressWarnings("unchecked") // as they were put
    private SqlLinks links(Association<?, ?, ?, ?> association) {
        SqlLinks.Builder names = SqlLinks.builder(association);
        Consumer<SqlLinks.Builder> override = (Consumer<SqlLinks.Builder>) overrides.get(association);
        if (override != null) {
            override.accept(names);
        }
        return names.build(dialect);
    }

    private <LK, RK> SqlAssociationDao<LK, RK> make(Association<?, LK, ?, RK> association) {
        SqlLinks table = links(association);
        schema.keeps(table.name(), association);
        return new SqlAssociationDao<>(sessions, association, table, schema);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    /**
     * {@inheritDoc} A table is asked for by one statement. It leaves a transaction that is open on the thread as it is,
     * and a database that does not answer unchecked.
     */
    @Override
    public void verify() {
        TableCheck.all(daos.keySet(), sessions, schema);
    }

    @Override
    public Transaction begin() {
        return sessions.begin();
    }

    /**
     * Returns a mapper of the application's whose calls run in the unit of work of the thread, or, outside of one,
     * alone; they can then only read. It has to be known: {@link Builder#mapper}.
     *
     * @throws IllegalArgumentException if it is not
     */
    public <M> M mapper(Class<M> type) {
        if (!sessions.configuration().hasMapper(type)) {
            throw new IllegalArgumentException("mapper " + type.getName() + ": not known; tell the store's builder");
        }
        return sessions.mapper(type);
    }

    /** Returns what the search text column of a row must hold, for whoever writes rows by other means. */
    public <T extends Record, K> Optional<String> searchText(Resource<T, K> resource, T row) {
        SqlConditions<T> conditions = new SqlConditions<>(resource, table(resource), schema);
        return Optional.ofNullable(conditions.searchText(resource.values(row)));
    }

    /**
     * Returns what gives the table of a resource its column of search texts, filled and indexed.
     *
     * @throws IllegalArgumentException if nothing of the resource is searched, or its table keeps no search texts
     */
    public <T extends Record, K> SearchTextMigration searchTextMigration(Resource<T, K> resource) {
        return SearchTextMigration.of(this, dataSource, resource, table(resource));
    }

    Sessions sessions() {
        return sessions;
    }

    DatabaseSchema schema() {
        return schema;
    }

    /**
     * Creates the outbox' table unless it is there. Several nodes may do so at the same time.
     *
     * <p>An application that migrates its tables by a tool can run the script itself: the resources
     * {@code dev/dovetail/outbox/h2.sql} and {@code postgresql.sql}.
     */
    public MyBatisStore createOutbox() {
        OwnTables.create(dataSource, dialect, dialect.outboxResource());
        return this;
    }

    /**
     * Creates the table of {@link dev.dovetail.idempotency.IdempotencyStore} unless it is there. Several nodes may do
     * so at the same time.
     */
    public MyBatisStore createKeptCalls() {
        OwnTables.create(dataSource, dialect, "idempotency.sql");
        return this;
    }

    /**
     * Creates the tables of {@link dev.dovetail.stream.EventStream} unless they are there. Several nodes may do so at
     * the same time.
     */
    public MyBatisStore createEventStream() {
        OwnTables.create(dataSource, dialect, "stream.sql");
        return this;
    }

    @Override
    public void close() {
        if (ownsDataSource && dataSource instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the data source could not be closed", e);
            }
        }
    }

    /** Collects how a store is made. Not thread-safe. */
    public static final class Builder {
        private final DataSource dataSource;
        private final Map<Object, Consumer<?>> overrides = new HashMap<>();
        private final List<Consumer<Configuration>> configured = new ArrayList<>();
        private @Nullable Dialect dialect;
        private @Nullable EventCodec events;
        private @Nullable ValueCodec values;
        private AmbientTransactions ambient = AmbientTransactions.none();
        private Duration lockTimeout = Duration.ofSeconds(10);
        private Duration statementTimeout = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();
        private boolean ownsDataSource;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** Sets the dialect; found out from a connection unless called. */
        public Builder dialect(Dialect spoken) {
            this.dialect = spoken;
            return this;
        }

        /**
         * Sets what writes events, and, if it is a {@link ValueCodec} too, values without a column type of their own.
         * Needed as soon as there are such; {@code JacksonCodec} ships.
         */
        public Builder codec(EventCodec codec) {
            this.events = codec;
            if (codec instanceof ValueCodec both && values == null) {
                this.values = both;
            }
            return this;
        }

        /** Sets what writes values without a column type of their own. */
        public Builder valueCodec(ValueCodec codec) {
            this.values = codec;
            return this;
        }

        /** Names the table and columns of a resource where they differ from the defaults. */
        public <T extends Record, K> Builder table(Resource<T, K> resource, Consumer<SqlTable.Builder<T>> names) {
            overrides.put(resource, names);
            return this;
        }

        /** Names the table and columns of an association where they differ from the defaults. */
        public Builder links(Association<?, ?, ?, ?> association, Consumer<SqlLinks.Builder> names) {
            overrides.put(association, names);
            return this;
        }

        /** Makes a MyBatis mapper of the application's known. */
        public Builder mapper(Class<?> type) {
            return configure(configuration -> configuration.addMapper(type));
        }

        /** Changes MyBatis' configuration before use: type handlers and plugins for the application's mappers. */
        @SuppressWarnings("exports") // who calls it requires org.mybatis, others need not have it
        public Builder configure(Consumer<Configuration> step) {
            configured.add(step);
            return this;
        }

        /** Sets where transactions of the application are found, for units of work to join; nowhere unless called. */
        public Builder ambient(AmbientTransactions transactions) {
            this.ambient = transactions;
            return this;
        }

        /** Sets how long a statement waits for a lock; 10 s unless called, zero for no limit of the store's. */
        public Builder lockTimeout(Duration limit) {
            this.lockTimeout = notNegative("lockTimeout", limit);
            return this;
        }

        /** Sets how long a statement may take; 30 s unless called, zero for no limit of the store's. */
        public Builder statementTimeout(Duration limit) {
            this.statementTimeout = notNegative("statementTimeout", limit);
            return this;
        }

        private static Duration notNegative(String name, Duration limit) {
            if (limit.isNegative()) {
                throw new IllegalArgumentException(name + ": " + limit + " (expected: >= 0)");
            }
            return limit;
        }

        /** Sets the clock that tells when commands are due again; the system's unless called. */
        public Builder clock(Clock tells) {
            this.clock = tells;
            return this;
        }

        /** Has the store close the data source when it is closed, if that can be closed. */
        public Builder ownsDataSource() {
            this.ownsDataSource = true;
            return this;
        }

        /**
         * Returns the store.
         *
         * @throws IllegalArgumentException if the database is neither H2 nor PostgreSQL and no dialect was set
         * @throws dev.dovetail.error.DovetailException if the database had to be asked for its name and was not reached
         */
        public MyBatisStore build() {
            return new MyBatisStore(this);
        }
    }
}
