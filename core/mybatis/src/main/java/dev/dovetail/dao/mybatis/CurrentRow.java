package dev.dovetail.dao.mybatis;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Is the current row of a result, whose columns may lie elsewhere than they were selected. Bound to one thread. */
final class CurrentRow {
    private final ResultSet rows;
    private final int @Nullable [] places;

    private CurrentRow(ResultSet rows, int @Nullable [] places) {
        this.rows = rows;
        this.places = places;
    }

    static CurrentRow of(ResultSet rows) {
        return new CurrentRow(rows, null);
    }

    /** Returns the row whose first column lies at the first of these places, and so on. */
    static CurrentRow of(ResultSet rows, int[] places) {
        return new CurrentRow(rows, places);
    }

    /** Returns the value of a column, counted from 1. */
    @Nullable
    Object read(ColumnType type, int index) throws SQLException {
        return type.read(rows, places == null ? index : places[index - 1]);
    }
}
