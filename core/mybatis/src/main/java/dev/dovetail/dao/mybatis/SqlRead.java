package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.Read;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Is a select that can be run alone or as a branch of a {@link Union}.
 *
 * @param <R> what a row is read as
 * @param <X> what is made of the rows
 */
final class SqlRead<R, X> implements Read<X> {
    /**
     * A column of a select.
     *
     * @param united the column as one of a union; texts are so whatever the type of their own
     */
    record Selected(String sql, ColumnType type, String united) {
        static Selected of(String sql, ColumnType type) {
            return new Selected(sql, type, type.isText() ? "cast(" + sql + " as text)" : sql);
        }
    }

    /**
     * Says what is selected.
     *
     * @param from writes all that follows the columns, but for the order
     * @param order columns, or nothing
     */
    record Select(List<Selected> columns, Consumer<Call<?>> from, String order) {}

    /** Reads the current row. */
    interface Reading<R> {
        R read(CurrentRow row) throws SQLException;
    }

    private final Union union;
    private final Select select;
    private final Reading<R> reading;
    private final Function<List<R>, X> making;

    SqlRead(Union union, Select select, Reading<R> reading, Function<List<R>, X> making) {
        this.union = union;
        this.select = select;
        this.reading = reading;
        this.making = making;
    }

    Select select() {
        return select;
    }

    R read(CurrentRow row) throws SQLException {
        return reading.read(row);
    }

    X made(List<R> rows) {
        return making.apply(rows);
    }

    @Override
    public X now() {
        Call<?> call = Call.starting(
                select.columns().stream().map(Selected::sql).collect(Collectors.joining(", ", "select ", "")));
        select.from().accept(call);
        if (!select.order().isEmpty()) {
            call.append(" order by ").append(select.order());
        }
        return made(union.rows(call.reading(rows -> read(CurrentRow.of(rows)))));
    }

    @Override
    public Reader reader() {
        return union;
    }
}
