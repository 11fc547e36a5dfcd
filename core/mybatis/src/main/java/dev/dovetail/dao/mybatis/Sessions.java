package dev.dovetail.dao.mybatis;

import dev.dovetail.error.DovetailException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.ibatis.executor.ErrorContext;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements where they belong: in the unit of work of the thread, in the transaction that the application has
 * open there, or alone in autocommit mode. Failures are translated here and nowhere else.
 */
final class Sessions {
    private static final String OUTSIDE = "no unit of work is running on this thread; write through a service";

    private final StoreConfiguration configuration;
    private final DataSource dataSource;
    private final AmbientTransactions ambient;
    private final ThreadLocal<@Nullable SqlTransaction> current = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Executor> together = new ThreadLocal<>();
    private final Union union;

    Sessions(StoreConfiguration configuration, DataSource dataSource, AmbientTransactions ambient) {
        this.configuration = configuration;
        this.dataSource = dataSource;
        this.ambient = ambient;
        this.union = new Union(this);
    }

    /** Returns what makes several reads by one statement. */
    Union union() {
        return union;
    }

    StoreConfiguration configuration() {
        return configuration;
    }

    SqlTransaction begin() {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction is open on this thread; join it by the unit of work");
        }
        Optional<AmbientTransaction> theirs = ambient.current();
        ConnectionHolder holder = theirs.map(each -> ConnectionHolder.borrowing(each.connection()))
                .orElseGet(() -> ConnectionHolder.of(dataSource, false));
        SqlTransaction begun = new SqlTransaction(configuration, holder, theirs.orElse(null), this::ended);
        current.set(begun);
        return begun;
    }

    private void ended() {
        current.set(null);
    }

    /** Returns a transaction of its own, which statements of this thread do not join. */
    SqlTransaction beginAside() {
        if (current.get() != null || ambient.current().isPresent()) {
            throw new IllegalStateException(
                    "a unit of work is running on this thread; process the outbox after it has ended");
        }
        return new SqlTransaction(configuration, ConnectionHolder.of(dataSource, false), null, () -> {});
    }

    private Executor executor(Transaction holder) {
        return configuration.newExecutor(holder, ExecutorType.SIMPLE);
    }

    SqlTransaction inUnit() {
        SqlTransaction open = current.get();
        if (open == null) {
            throw new IllegalStateException(OUTSIDE);
        }
        return open;
    }

    <R> List<R> select(MappedStatement statement, Call<R> call) {
        return select(statement, call, SqlFailures::general);
    }

    <R> List<R> select(MappedStatement statement, Call<R> call, SqlFailures.Translator failures) {
        SqlTransaction open = current.get();
        if (open != null) {
            return open.select(statement, call, failures);
        }
        Executor shared = together.get();
        Executor executor = shared == null ? executor(reading()) : shared;
        try {
            return executor.query(statement, call, RowBounds.DEFAULT, Executor.NO_RESULT_HANDLER);
        } catch (SQLException e) {
            throw failures.translate(e);
        } finally {
            if (shared == null) {
                executor.close(false);
            }
            ErrorContext.instance().reset();
        }
    }

    /**
     * Runs selects on one connection, which is got for the first of them: where a pool is short, each would wait for
     * its turn.
     */
    <R> R together(Supplier<R> selects) {
        if (current.get() != null || together.get() != null) {
            return selects.get();
        }
        Executor executor = executor(reading());
        together.set(executor);
        try {
            return selects.get();
        } finally {
            together.set(null);
            executor.close(false);
        }
    }

    private ConnectionHolder reading() {
        return ambient.current()
                .map(theirs -> ConnectionHolder.borrowing(theirs.connection()))
                .orElseGet(() -> ConnectionHolder.of(dataSource, true));
    }

    /** Returns what tries selects where statements of this thread would run. */
    Probe probe() throws SQLException {
        SqlTransaction open = current.get();
        Transaction holder = open == null ? reading() : ConnectionHolder.borrowing(open.connection());
        return new Probe(executor(holder), configuration.select("probe"));
    }

    /** Returns the only row, or null. */
    <R> @Nullable R selectOne(MappedStatement statement, Call<R> call) {
        List<R> rows = select(statement, call);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Runs something with a MyBatis session of the current unit of work; outside of one it can only read. */
    private Object inSession(Function<SqlSession, Object> work) {
        SqlTransaction open = current.get();
        if (open != null) {
            return open.inSession(work);
        }
        try (SqlSession session = new ReadingSession(configuration, executor(reading()))) {
            return work.apply(session);
        } catch (RuntimeException e) {
            throw SqlFailures.anywhere(e);
        }
    }

    /** Returns an application's mapper, each call of which runs in the session that is then current. */
    <M> M mapper(Class<M> type) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(configuration, arguments);
                    }
                    return inSession(session -> {
                        try {
                            return method.invoke(session.getMapper(type), arguments);
                        } catch (InvocationTargetException e) {
                            throw SqlFailures.anywhere(e.getTargetException());
                        } catch (IllegalAccessException e) {
                            throw new IllegalStateException("mapper " + type.getName() + ": not accessible", e);
                        }
                    });
                });
        return type.cast(proxy);
    }

    private static final class ReadingSession extends DefaultSqlSession {
        ReadingSession(StoreConfiguration configuration, Executor executor) {
            super(configuration, executor, true);
        }

        @Override
        public int update(String statement, @Nullable Object parameter) {
            throw new IllegalStateException(OUTSIDE);
        }
    }

    /** Runs something and ends the transaction whatever comes. */
    static <R> R whole(SqlTransaction transaction, Function<SqlTransaction, R> work) {
        boolean done = false;
        try {
            R result = work.apply(transaction);
            done = true;
            transaction.commit();
            return result;
        } catch (DovetailException e) {
            throw e;
        } finally {
            if (!done) {
                transaction.rollback();
            }
        }
    }
}
