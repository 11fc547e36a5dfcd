package dev.dovetail.dao.mybatis;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Notes the first word of each statement prepared, commits and rollbacks. */
final class CountingDataSource implements DataSource {
    private final DataSource dataSource;
    private final List<String> noted = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    CountingDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns the texts of the statements prepared, in their order. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    /** Returns the text of the statement prepared last. */
    String lastText() {
        return texts.get(texts.size() - 1);
    }

    List<String> during(Runnable work) {
        noted.clear();
        texts.clear();
        work.run();
        return List.copyOf(noted);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = dataSource.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        noted.add(arguments[0].toString().split(" ")[0]);
                        texts.add(arguments[0].toString());
                    } else if (method.getName().equals("commit")
                            || method.getName().equals("rollback")) {
                        noted.add(method.getName());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
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
    public Logger getParentLogger() {
        return Logger.getGlobal();
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
