package dev.dovetail.dao.mybatis;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Translates driver exceptions to DovetailException, without the statement or its values in the message.
 *
 * <p>The SQLStates are those of H2 2.x and PostgreSQL's appendix A.
 */
final class SqlFailures {
    static final String UNIQUE = "23505";
    static final String REFERENCE = "23503";
    static final String NO_PARENT = "23506";

    private static final Set<String> TIMED_OUT = Set.of("55P03", "57014", "HYT00", "HYT01");
    private static final Set<String> CONFLICT = Set.of("40001", "40P01", "90131");
    private static final Set<String> UNAVAILABLE =
            Set.of("57P01", "57P02", "57P03", "53300", "90020", "90067", "90098", "90121");

    private SqlFailures() {}

    /** Returns what a failure means wherever it happens. */
    static DovetailException general(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (CONFLICT.contains(state)) {
            return Errors.technical(
                    ErrorKind.CONFLICT, "another unit of work changed the same data at the same time; try again", e);
        } else if (e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || UNAVAILABLE.contains(state)) {
            return Errors.technical(ErrorKind.STORE_UNAVAILABLE, "the database cannot be reached; try again later", e);
        } else if (TIMED_OUT.contains(state) || e instanceof SQLTimeoutException) {
            return Errors.technical(
                    ErrorKind.TIMED_OUT, "the database took longer than allowed, or a lock was not got in time", e);
        } else if (state.equals("25P02")) {
            return Errors.technical(
                    ErrorKind.UNIT_FAILED, "an earlier statement of the same unit of work has failed", e);
        }
        return Errors.technical(ErrorKind.STORE_FAILED, "the database refused a statement (SQLState " + state + ")", e);
    }

    /** Returns what the failure of a write means, constraints that a description tells of left aside. */
    static DovetailException write(SQLException e, String resource) {
        return new Refusals(resource, Map.of()).write(e);
    }

    /** Returns what an exception from MyBatis or a driver means; others are returned as they are. */
    static RuntimeException anywhere(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DovetailException known) {
                return known;
            } else if (cause instanceof SQLException e) {
                return general(e);
            }
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException e ? e : new IllegalStateException("mapper failed", thrown);
    }

    /** Translates the failures of one operation. */
    interface Translator {
        DovetailException translate(SQLException e);
    }

    /** Translates the failures of one operation on many rows. */
    interface BatchTranslator {
        DovetailException translate(int index, SQLException e);
    }

    /**
     * Tells what is known of a violated constraint from the driver's message.
     *
     * @param table that has the constraint
     * @param referenced that a foreign key refers to
     */
    record Constraint(
            String name,
            List<String> columns,
            @Nullable String table,
            @Nullable String referenced) {

        /** Reads the messages of H2 and PostgreSQL, in whatever language they are. */
        static Constraint of(SQLException e) {
            return ConstraintMessage.read(e.getMessage() == null ? "" : e.getMessage());
        }
    }
}
