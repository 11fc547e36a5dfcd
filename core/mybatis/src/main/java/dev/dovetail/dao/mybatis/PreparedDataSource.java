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
 * Sets up each physical connection once, when it is first seen, so that it costs nothing afterwards.
 */
final class PreparedDataSource implements DataSource {
    private final DataSource dataSource;
    private final String settings;
    private final ConcurrentMap<Connection, Boolean> known =
            new MapMaker().weakKeys().makeMap();

    private PreparedDataSource(DataSource dataSource, String settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    static DataSource of(DataSource dataSource, String settings) {
        return new PreparedDataSource(dataSource, settings);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return prepared(dataSource.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return prepared(dataSource.getConnection(user, password));
    }

    private Connection prepared(Connection connection) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        if (known.containsKey(physical)) {
            return connection;
        }
        try (Statement statement = connection.createStatement()) {
            boolean autoCommit = connection.getAutoCommit();
            statement.execute(settings);
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
