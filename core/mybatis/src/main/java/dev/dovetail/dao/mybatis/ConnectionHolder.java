package dev.dovetail.dao.mybatis;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Gets a connection when the first statement needs it and gives it back; one of others' it leaves alone. */
final class ConnectionHolder implements Transaction {
    private final @Nullable DataSource dataSource;
    private boolean autoCommit;
    private @Nullable Connection connection;
    private boolean broken;

    private ConnectionHolder(@Nullable DataSource dataSource, boolean autoCommit, @Nullable Connection connection) {
        this.dataSource = dataSource;
        this.autoCommit = autoCommit;
        this.connection = connection;
    }

    static ConnectionHolder of(DataSource dataSource, boolean autoCommit) {
        return new ConnectionHolder(dataSource, autoCommit, null);
    }

    static ConnectionHolder borrowing(Connection connection) {
        return new ConnectionHolder(null, false, connection);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection held = connection;
        if (held == null) {
            if (dataSource == null) {
                throw new IllegalStateException("the transaction has ended");
            }
            held = dataSource.getConnection();
            connection = held;
            if (held.getAutoCommit() != autoCommit) {
                held.setAutoCommit(autoCommit);
            }
        }
        return held;
    }

    /** Returns whether a statement has been run. */
    boolean isOpen() {
        return connection != null;
    }

    /** Has each statement commit by itself, if none has been run; a connection of others' is let be. */
    void commitByStatement() {
        if (connection == null) {
            autoCommit = true;
        }
    }

    @Override
    public void commit() throws SQLException {
        if (dataSource != null && connection != null && !autoCommit) {
            connection.commit();
        }
    }

    @Override
    public void rollback() throws SQLException {
        Connection held = connection;
        if (dataSource == null || held == null || autoCommit) {
            return;
        }
        try {
            held.rollback();
        } catch (SQLException e) {
            broken = true; // switching autocommit on would commit whatever is left
            held.abort(Runnable::run);
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        Connection held = connection;
        if (dataSource == null || held == null) {
            return;
        }
        connection = null;
        try (held) {
            if (!autoCommit && !broken) {
                held.setAutoCommit(true);
            }
        }
    }

    @Override
    public @Nullable Integer getTimeout() {
        return null;
    }
}
