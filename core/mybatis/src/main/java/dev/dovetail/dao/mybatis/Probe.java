package dev.dovetail.dao.mybatis;

import dev.dovetail.error.ErrorKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.apache.ibatis.executor.ErrorContext;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.RowBounds;
import org.jspecify.annotations.Nullable;

/**
 * Tries selects that may fail, without harm to a transaction that is open on the connection: after a failure PostgreSQL
 * would refuse whatever else it does. Bound to one thread.
 */
final class Probe implements AutoCloseable {
    private final Executor executor;
    private final MappedStatement statement;
    private final Connection connection;
    private final @Nullable Savepoint savepoint;

    Probe(Executor executor, MappedStatement statement) throws SQLException {
        this.executor = executor;
        this.statement = statement;
        try {
            this.connection = executor.getTransaction().getConnection();
            this.savepoint = connection.getAutoCommit() ? null : connection.setSavepoint();
        } catch (SQLException e) {
            executor.close(false);
            throw e;
        }
    }

    /**
     * Returns what the database says against a select, or null.
     *
     * @throws SQLException if it was not the select that failed
     */
    @Nullable
    SQLException refusal(String select) throws SQLException {
        try {
            executor.query(statement, Call.of(select), RowBounds.DEFAULT, Executor.NO_RESULT_HANDLER);
            return null;
        } catch (SQLException e) {
            if (savepoint != null) {
                connection.rollback(savepoint);
            }
            if (Failures.general(e).kind() != ErrorKind.STORE_FAILED) {
                throw e;
            }
            return e;
        } finally {
            ErrorContext.instance().reset();
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            if (savepoint != null) {
                connection.releaseSavepoint(savepoint);
            }
        } finally {
            executor.close(false);
        }
    }
}
