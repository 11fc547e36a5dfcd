package dev.dovetail.dao.mybatis;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Lets units of work join the transaction of a plain JDBC connection, or of a MyBatis session.
 *
 * <pre>{@code
 * ConnectionTransactions transactions = ConnectionTransactions.create();
 * Store store = MyBatisStore.builder(dataSource).ambient(transactions).build();
 * ...
 * connection.setAutoCommit(false);
 * try (var joined = transactions.join(connection)) {
 *     users.create(call, user); // and statements of the application's own on the connection
 *     joined.commit();
 * }
 * }</pre>
 *
 * <p>Thread-safe; each join belongs to its thread.
 *
 * @since 0.1
 */
public final class ConnectionTransactions implements AmbientTransactions {
    private final ThreadLocal<@Nullable Joined> current = new ThreadLocal<>();

    private ConnectionTransactions() {}

    /** Returns one that has nothing joined yet. */
    public static ConnectionTransactions create() {
        return new ConnectionTransactions();
    }

    /**
     * Has units of work on this thread use a connection from now on, until the result is closed.
     *
     * @param connection with autocommit off; stays the caller's
     * @throws IllegalStateException if the thread has joined one already, or autocommit is on
     */
    public Joined join(Connection connection) {
        return join(connection, connection::commit);
    }

    /**
     * Has units of work on this thread use the connection of a MyBatis session from now on, until the result is closed.
     * What the session has in a batch is flushed, to be seen.
     *
     * @param session of the application's own, not in autocommit mode; stays the caller's. Its local cache does not see
     *     what units write
     * @throws IllegalStateException if the thread has joined one already, or autocommit is on
     */
    @SuppressWarnings("exports") // who has a session has MyBatis
    public Joined join(SqlSession session) {
        session.flushStatements();
        return join(session.getConnection(), () -> session.commit(true));
    }

    /** Commits what is joined. */
    private interface Commit {
        void run() throws SQLException;
    }

    private Joined join(Connection connection, Commit commit) {
        if (current.get() != null) {
            throw new IllegalStateException("a connection is joined on this thread; close that join first");
        }
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("the connection is in autocommit mode; call setAutoCommit(false)");
            }
        } catch (SQLException e) {
            throw SqlFailures.general(e);
        }
        Joined joined = new Joined(connection, commit);
        current.set(joined);
        return joined;
    }

    @Override
    public Optional<AmbientTransaction> current() {
        return Optional.ofNullable(current.get());
    }

    /** Is a connection that units of work on one thread use. Closed by who joined it. */
    public final class Joined implements AmbientTransaction, AutoCloseable {
        private final Connection connection;
        private final Commit commit;
        private final List<Consumer<Boolean>> actions = new ArrayList<>();
        private boolean rollbackOnly;
        private boolean committed;

        private Joined(Connection connection, Commit commit) {
            this.connection = connection;
            this.commit = commit;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void onCompletion(Consumer<Boolean> action) {
            actions.add(action);
        }

        /** Rolls the connection back at once, so that a commit of the application's cannot save half a unit. */
        @Override
        public void setRollbackOnly() {
            rollbackOnly = true;
            try {
                connection.rollback();
            } catch (SQLException e) {
                throw SqlFailures.general(e);
            }
        }

        /** Returns whether a unit of work has failed, so that nothing must be committed. */
        public boolean rollbackOnly() {
            return rollbackOnly;
        }

        /**
         * Commits the connection, or the session, and tells of it.
         *
         * @throws dev.dovetail.error.DovetailException if a unit of work within has failed or the commit does
         */
        public void commit() {
            refuseIfRollbackOnly();
            try {
                commit.run();
            } catch (SQLException e) {
                throw SqlFailures.general(e);
            }
            committed();
        }

        /**
         * Tells that the caller has committed the connection.
         *
         * @throws dev.dovetail.error.DovetailException if a unit of work within had failed
         */
        public void committed() {
            refuseIfRollbackOnly();
            committed = true;
        }

        private void refuseIfRollbackOnly() {
            if (rollbackOnly) {
                throw Errors.technical(
                        ErrorKind.UNIT_FAILED,
                        "the transaction was rolled back since a call within it had failed",
                        null);
            }
        }

        /** Ends the join; without a commit before, the connection is rolled back. It stays open. */
        @Override
        public void close() {
            if (current.get() != this) {
                return;
            }
            current.remove();
            try {
                if (!committed) {
                    connection.rollback();
                }
            } catch (SQLException e) {
                throw SqlFailures.general(e);
            } finally {
                actions.forEach(action -> action.accept(committed));
            }
        }
    }
}
