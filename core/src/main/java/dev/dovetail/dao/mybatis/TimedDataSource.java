package dev.dovetail.dao.mybatis;

import com.google.common.collect.MapMaker;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Sets the time-outs of each physical connection once, when it is first seen, so that they cost nothing afterwards.
 */
final class TimedDataSource implements DataSource {
    private final DataSource dataSource;
    private final String timeouts;
    private final ConcurrentMap<Connection, Boolean> known =
            new MapMaker().weakKeys().makeMap();

    private TimedDataSource(DataSource dataSource, String timeouts) {
        this.dataSource = dataSource;
        this.timeouts = timeouts;
    }

    static DataSource of(DataSource dataSource, String timeouts) {
        return new TimedDataSource(dataSource, timeouts);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return timed(dataSource.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return timed(dataSource.getConnection(user, password));
    }

    private Connection timed(Connection connection) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        if (known.containsKey(physical)) {
            return connection;
        }
        try (Statement statement = connection.createStatement()) {
            boolean autoCommit = connection.getAutoCommit();
            statement.execute(timeouts);
            if (!autoCommit) {
                connection.commit(); // a rollback would undo them
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        known.put(physical, Boolean.TRUE);
        return connection;
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return dataSource.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        dataSource.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        dataSource.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return dataSource.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return dataSource.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return dataSource.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return dataSource.isWrapperFor(type);
    }
}
