package dev.dovetail.dao.mybatis;

import com.google.common.collect.Lists;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.transaction.Transaction;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.executor.ErrorContext;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.keygen.NoKeyGenerator;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is the transaction of one unit of work, its own or the application's. Bound to one thread.
 *
 * <p>A statement that has failed spoils it, on every database: PostgreSQL would refuse the next statement, H2 would
 * not.
 */
final class SqlTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(MyBatisStore.class);
    private static final int BATCH = 5_000;

    private final StoreConfiguration configuration;
    private final ConnectionHolder holder;
    private final Executor executor;
    private final @Nullable AmbientTransaction theirs;
    private final Runnable unbind;
    private final List<Runnable> actions = new ArrayList<>();
    private @Nullable SqlSession session;
    private @Nullable DovetailException spoilt;
    private @Nullable Object lastWriter;
    private boolean lastFollows;
    private boolean changed;
    private boolean committed;

    SqlTransaction(
            StoreConfiguration configuration,
            ConnectionHolder holder,
            @Nullable AmbientTransaction theirs,
            Runnable unbind) {
        this.configuration = configuration;
        this.holder = holder;
        this.executor = configuration.newExecutor(holder, ExecutorType.SIMPLE);
        this.theirs = theirs;
        this.unbind = unbind;
    }

    Connection connection() throws SQLException {
        return executor.getTransaction().getConnection();
    }

    <R> List<R> select(MappedStatement statement, Call<R> call, SqlFailures.Translator failures) {
        try {
            return executor.query(statement, call, RowBounds.DEFAULT, Executor.NO_RESULT_HANDLER);
        } catch (SQLException e) {
            throw spoil(failures.translate(e));
        } finally {
            ErrorContext.instance().reset();
        }
    }

    int update(MappedStatement statement, Call<?> call, SqlFailures.Translator failures) {
        boolean commits = changing() && commitsAlong(statement, call);
        try {
            int rows = executor.update(statement, call);
            committed = commits;
            return rows;
        } catch (SQLException e) {
            throw spoil(failures.translate(e));
        } finally {
            ErrorContext.instance().reset();
        }
    }

    /**
     * Notes who writes last. That write needs no commit of its own if it is the first statement as well; else it is
     * committed by the same round trip if the database takes both at once. If it fails, nothing is committed.
     */
    @Override
    public void endsWith(Object writer) {
        lastWriter = theirs == null ? writer : null;
    }

    /** Prepares for the only write of a call of a DAO or the outbox; it is the last one if that was announced. */
    SqlTransaction writing(Object writer) {
        lastFollows = lastWriter == writer;
        return this;
    }

    /**
     * Keeps the next write from being committed along if others came before it: those must not be committed if it
     * fails.
     */
    void commitApartIfChanged() {
        lastFollows &= !changed;
    }

    /** Keeps the next write from being committed along: more follows. */
    void commitApart() {
        lastFollows = false;
    }

    /** Prepares for a write, and returns whether it is the last one. */
    private boolean changing() {
        if (committed) {
            throw new IllegalStateException("something is written after what was to be the last of the unit of work");
        }
        changed = true;
        boolean last = lastFollows;
        lastFollows = false;
        return last;
    }

    /**
     * Has the last write commit by itself if it is the first statement as well; else returns whether it commits along
     * now.
     */
    private boolean commitsAlong(MappedStatement statement, Call<?> call) {
        if (!holder.isOpen()) {
            holder.commitByStatement();
            return false;
        }
        boolean returnsKey =
                statement.getKeyGenerator() != NoKeyGenerator.INSTANCE; // which the commit's result would hide
        if (configuration.dialect() != Dialect.POSTGRESQL || returnsKey) {
            return false;
        }
        call.append("; commit");
        return true;
    }

    /**
     * Runs the same statement for many calls, by batches.
     *
     * @return how many rows each has changed
     */
    int[] updateAll(MappedStatement statement, List<? extends Call<?>> calls, SqlFailures.BatchTranslator failures) {
        changing();
        BatchExecutor batching = new BatchExecutor(configuration, executor.getTransaction());
        int[] counts = new int[calls.size()];
        int done = 0;
        try {
            for (List<? extends Call<?>> part : Lists.partition(calls, BATCH)) {
                BatchKeys keys = new BatchKeys();
                for (Call<?> call : part) {
                    batching.update(statement, call.in(keys));
                }
                for (BatchResult result : batching.flushStatements()) {
                    System.arraycopy(result.getUpdateCounts(), 0, counts, done, part.size());
                }
                done += part.size();
            }
            return counts;
        } catch (BatchExecutorException e) {
            BatchUpdateException failure = e.getBatchUpdateException();
            int failed = BatchKeys.failed(failure);
            throw spoil(failures.translate(failed < 0 ? -1 : done + failed, BatchKeys.reason(failure)));
        } catch (SQLException e) {
            throw spoil(SqlFailures.general(e));
        } finally {
            letGo(batching);
            ErrorContext.instance().reset();
        }
    }

    /** Closes statements that were prepared and not run; the connection stays the transaction's. */
    private static void letGo(BatchExecutor batching) {
        try {
            batching.flushStatements(true);
        } catch (SQLException e) {
            LOG.debug("A prepared statement could not be closed: {}", e.toString());
        }
    }

    /** Runs an insertion that may find a row there; H2 says so by a failure, which undoes nothing but itself. */
    boolean insertIfAbsent(MappedStatement statement, Call<?> call, boolean mayFail, SqlFailures.Translator failures) {
        changing();
        try {
            return executor.update(statement, call) > 0;
        } catch (SQLException e) {
            if (mayFail && SqlFailures.UNIQUE.equals(e.getSQLState())) {
                return false;
            }
            throw spoil(failures.translate(e));
        } finally {
            ErrorContext.instance().reset();
        }
    }

    /** Runs what may write as well as read. */
    Object inSession(Function<SqlSession, Object> work) {
        changing();
        if (session == null) {
            session = new DefaultSqlSession(configuration, executor, false);
        }
        try {
            return work.apply(session);
        } catch (DovetailException e) {
            throw spoil(e);
        } catch (RuntimeException e) {
            RuntimeException known = SqlFailures.anywhere(e);
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
            throw SqlFailures.general(e);
        }
        end();
        runActions(actions);
    }

    /** H2 has no deferred constraints. */
    @Override
    public void check() {
        if (spoilt != null) {
            throw new DovetailException(spoilt.violations(), spoilt);
        }
        if (configuration.dialect() == Dialect.POSTGRESQL) {
            try (Statement statement = connection().createStatement()) {
                statement.execute("set constraints all immediate");
            } catch (SQLException e) {
                throw spoil(SqlFailures.general(e));
            }
        }
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
