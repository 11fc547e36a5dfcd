package dev.dovetail.dao.mybatis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Is the parameter object of every statement of a DAO: its text, what is bound, and what reads the rows. Not
 * thread-safe: one call, one thread.
 *
 * @param <R> what a row is read as
 */
final class Call<R> {
    /** Reads the current row. */
    interface RowReader<S> {
        S read(ResultSet rows) throws SQLException;
    }

    private final StringBuilder written;
    private @Nullable String text;
    private ColumnType[] types = new ColumnType[8];
    private @Nullable Object[] values = new Object[8];
    private int count;
    private RowReader<?> rows = row -> true;
    private @Nullable Object generated;
    private @Nullable BatchKeys batch;
    private boolean arrays;

    /** Makes a call of a text that is complete. */
    static Call<Boolean> of(String text) {
        Call<Boolean> call = new Call<>(new StringBuilder(0));
        call.text = text;
        return call;
    }

    /** Makes a call whose text begins with this. */
    static Call<Boolean> starting(String text) {
        return new Call<>(new StringBuilder(text.length() + 160).append(text));
    }

    private Call(StringBuilder written) {
        this.written = written;
    }

    Call<R> append(String more) {
        if (text == null) {
            written.append(more);
        } else {
            text += more;
        }
        return this;
    }

    /** Binds a value to the next parameter. */
    Call<R> with(ColumnType type, @Nullable Object value) {
        if (count == types.length) {
            types = Arrays.copyOf(types, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        types[count] = type;
        values[count++] = value;
        return this;
    }

    /** Returns this call, its rows read by this. */
    @SuppressWarnings("unchecked") // what is read is what the type says from here on
    <S> Call<S> reading(RowReader<S> reader) {
        this.rows = reader;
        return (Call<S>) this;
    }

    /** Returns this call, to bind lists of values as arrays, so that its text is the same whatever their sizes. */
    Call<R> withArrays() {
        arrays = true;
        return this;
    }

    boolean hasArrays() {
        return arrays;
    }

    String sql() {
        if (text == null) {
            text = written.toString();
        }
        return text;
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < count; i++) {
            types[i].bind(statement, i + 1, values[i]);
        }
    }

    /** Returns whether nothing is bound yet. */
    boolean isEmpty() {
        return count == 0;
    }

    /** Returns this call, to be run in a batch. */
    Call<R> in(BatchKeys keys) {
        this.batch = keys;
        return this;
    }

    /** Returns the keys of the batch that it is run in; null if it is run alone. */
    @Nullable
    BatchKeys batch() {
        return batch;
    }

    RowReader<?> rows() {
        return rows;
    }

    void generated(@Nullable Object key) {
        this.generated = key;
    }

    @Nullable
    Object generated() {
        return generated;
    }
}
