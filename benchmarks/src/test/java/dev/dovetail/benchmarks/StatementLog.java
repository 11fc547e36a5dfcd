package dev.dovetail.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes down what goes to a database, each line a round trip: statements executed, with the columns they return, and
 * commits.
 */
final class StatementLog {
    private final List<String> lines = new ArrayList<>();

    /** Returns what has been written since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    DataSource of(DataSource dataSource) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(dataSource, method, arguments);
            return result instanceof Connection connection ? of(connection) : result;
        });
    }

    private Connection of(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                lines.add(method.getName());
            }
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement ? of(statement, text(arguments)) : result;
        });
    }

    private static String text(Object[] arguments) {
        String keys = arguments.length > 1 && arguments[1] instanceof String[] columns
                ? " returning " + Arrays.toString(columns)
                : "";
        return arguments[0] + keys;
    }

    private PreparedStatement of(PreparedStatement statement, String text) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                lines.add(text);
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
