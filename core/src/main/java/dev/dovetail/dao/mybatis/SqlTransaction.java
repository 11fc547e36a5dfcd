package dev.dovetail.dao.mybatis;

import com.google.common.collect.Lists;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.transaction.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.ibatis.executor.ErrorContext;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is the transaction of one unit of work, its own or the application's. Bound to one thread.
 *
 * <p>A statement that has failed spoils it, on every database: PostgreSQL would refuse the next statement, H2 would not.
 */
final class SqlTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(MyBatisStore.class);

    private static final int LARGEST_BATCH = 5_000;

    private final Configuration configuration;
    private final Executor executor;
    private final @Nullable AmbientTransaction theirs;
    private final Runnable unbind;
    private final List<Runnable> actions = new ArrayList<>();
    private @Nullable SqlSession session;
    private @Nullable DovetailException spoilt;

    SqlTransaction(
            Configuration configuration, Executor executor, @Nullable AmbientTransaction theirs, Runnable unbind) {
        this.configuration = configuration;
        this.executor = executor;
        this.theirs = theirs;
        this.unbind = unbind;
    }

    Connection connection() throws SQLException {
        return executor.getTransaction().getConnection();
    }

    <R> List<R> select(MappedStatement statement, Call<R> call, Failures.Translator failures) {
        try {
            return executor.query(statement, call, RowBounds.DEFAULT, Executor.NO_RESULT_HANDLER);
        } catch (SQLException e) {
            throw spoil(failures.translate(e));
        } finally {
            ErrorContext.instance().reset();
        }
    }

    int update(MappedStatement statement, Call<?> call, Failures.Translator failures) {
        try {
            return executor.update(statement, call);
        } catch (SQLException e) {
            throw spoil(failures.translate(e));
        } finally {
            ErrorContext.instance().reset();
        }
    }

    /** Runs one statement with the values of each of these calls, which have the same text, in one go. */
    void updateAll(List<? extends Call<?>> calls, Failures.Translator failures) {
        try {
            for (List<? extends Call<?>> part : Lists.partition(calls, LARGEST_BATCH)) {
                batch(part);
            }
        } catch (SQLException e) {
            // what a driver says of the batch as a whole lacks what it says of the row that failed
            throw spoil(failures.translate(e.getNextException() == null ? e : e.getNextException()));
        }
    }

    private void batch(List<? extends Call<?>> calls) throws SQLException {
        try (PreparedStatement statement =
                connection().prepareStatement(calls.get(0).sql())) {
            for (Call<?> call : calls) {
                call.bind(statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Runs an insertion that may find a row there; H2 says so by a failure, which undoes nothing but itself. */
    boolean insertIfAbsent(MappedStatement statement, Call<?> call, boolean mayFail, Failures.Translator failures) {
        try {
            return executor.update(statement, call) > 0;
        } catch (SQLException e) {
            if (mayFail && Failures.UNIQUE.equals(e.getSQLState())) {
                return false;
            }
            throw spoil(failures.translate(e));
        } finally {
            ErrorContext.instance().reset();
        }
    }

    Object inSession(Function<SqlSession, Object> work) {
        if (session == null) {
            session = new DefaultSqlSession(configuration, executor, false);
        }
        try {
            return work.apply(session);
        } catch (DovetailException e) {
            throw spoil(e);
        } catch (RuntimeException e) {
            RuntimeException known = Failures.anywhere(e);
            throw known instanceof DovetailException failure ? spoil(failure) : known;
        }
    }

    private DovetailException spoil(DovetailException failure) {
        if (spoilt == null) {
            spoilt = failure;
        }
        return failure;
    }

    @Override
    public void commit() {
        if (spoilt != null) {
            rollback();
            throw Errors.technical(
                    ErrorKind.UNIT_FAILED,
                    "the unit of work was rolled back since a statement of it had failed: " + spoilt.getMessage(),
                    spoilt);
        }
        if (theirs != null) {
            joinTheirs(theirs);
            return;
        }
        try {
            executor.commit(true);
        } catch (SQLException e) {
            rollback();
            throw Failures.general(e);
        }
        end();
        runActions(actions);
    }

    private void joinTheirs(AmbientTransaction transaction) {
        end();
        List<Runnable> mine = List.copyOf(actions);
        if (!mine.isEmpty()) {
            transaction.onCompletion(committed -> {
                if (committed) {
                    runActions(mine);
                }
            });
        }
    }

    /** The data is durable by now: whatever an action throws must not look like a failed commit. */
    private static void runActions(List<Runnable> actions) {
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("Something that was to run after a commit has failed", e);
            }
        }
    }

    @Override
    public void rollback() {
        try {
            if (theirs != null) {
                theirs.setRollbackOnly();
            } else {
                executor.rollback(true);
            }
        } catch (SQLException | DovetailException e) {
            LOG.warn("A transaction could not be rolled back; its connection is given up: {}", e.toString());
        } finally {
            end();
        }
    }

    private void end() {
        unbind.run();
        executor.close(false);
        ErrorContext.instance().reset();
    }

    @Override
    public boolean joined() {
        return theirs != null;
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }
}
