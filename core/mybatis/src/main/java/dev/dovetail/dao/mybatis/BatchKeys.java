package dev.dovetail.dao.mybatis;

import java.sql.BatchUpdateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands the keys that a batch has generated to its calls, in their order. Bound to one thread. */
final class BatchKeys {
    /** PostgreSQL's driver tells the entry in its message only: {@code Batch entry 3 insert into ...}. */
    private static final Pattern ENTRY = Pattern.compile("^\\D{1,40}?(\\d+)");

    private @Nullable Queue<Object> keys;

    /** Returns the next key; the first call reads all of them. */
    Object next(Statement statement, ColumnType type) throws SQLException {
        if (keys == null) {
            keys = new ArrayDeque<>();
            try (ResultSet rows = statement.getGeneratedKeys()) {
                while (rows.next()) {
                    keys.add(Objects.requireNonNull(type.read(rows, 1)));
                }
            }
        }
        return keys.remove();
    }

    /** Returns which entry of a batch has failed first; -1 if the driver does not tell. */
    static int failed(BatchUpdateException failure) {
        int[] counts = failure.getUpdateCounts();
        boolean tells = false;
        int first = counts.length;
        for (int i = counts.length - 1; i >= 0; i--) {
            if (counts[i] == Statement.EXECUTE_FAILED) {
                first = i;
            } else {
                tells = true;
            }
        }
        Matcher entry = ENTRY.matcher(Objects.requireNonNullElse(failure.getMessage(), ""));
        if (tells || counts.length == 1) {
            return first;
        }
        return entry.find() ? Integer.parseInt(entry.group(1)) : -1;
    }

    /** Returns why it has failed. */
    static SQLException reason(BatchUpdateException failure) {
        return failure.getNextException() == null ? failure : failure.getNextException();
    }
}
