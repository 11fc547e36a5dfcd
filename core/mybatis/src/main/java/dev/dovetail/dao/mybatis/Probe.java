package dev.dovetail.dao.mybatis;

import dev.dovetail.error.ErrorKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
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
            return refused(e);
        } finally {
            ErrorContext.instance().reset();
        }
    }

    /**
     * Returns what the columns of a select can keep; null if the database refuses it.
     *
     * @throws SQLException if it was not the select that failed
     */
    @Nullable
    List<ColumnBounds> bounds(String select, Dialect dialect) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(select);
                ResultSet rows = prepared.executeQuery()) {
            ResultSetMetaData columns = rows.getMetaData();
            List<ColumnBounds> bounds = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                bounds.add(ColumnBounds.of(columns, i, dialect));
            }
            return bounds;
        } catch (SQLException e) {
            refused(e);
            return null;
        }
    }

    private SQLException refused(SQLException e) throws SQLException {
        if (savepoint != null) {
            connection.rollback(savepoint);
        }
        if (SqlFailures.general(e).kind() != ErrorKind.STORE_FAILED) {
            throw e;
        }
        return e;
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
