package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and binds the columns of a table of links: keys and attributes. Immutable. */
final class LinkColumns<LK, RK, A extends Record> {
    private final SqlLinks table;
    private final ColumnType left;
    private final ColumnType right;
    private final Attributes<A> attributes;
    private final List<ColumnType> types;

    LinkColumns(
            SqlLinks table, Association<?, LK, ?, RK> association, Attributes<A> attributes, DatabaseSchema schema) {
        this.table = table;
        this.left = schema.type(association.left().key());
        this.right = schema.type(association.right().key());
        this.attributes = attributes;
        this.types = attributes.columns().stream().map(schema::type).toList();
    }

    SqlLinks table() {
        return table;
    }

    ColumnType leftType() {
        return left;
    }

    ColumnType rightType() {
        return right;
    }

    @SuppressWarnings("unchecked") // the type is that of the key
    LK left(ResultSet rows, int index) throws SQLException {
        return (LK) Objects.requireNonNull(left.read(rows, index));
    }

    @SuppressWarnings("unchecked") // the type is that of the key
    RK right(ResultSet rows, int index) throws SQLException {
        return (RK) Objects.requireNonNull(right.read(rows, index));
    }

    /** Returns the attributes that begin at a place of the current row. */
    Record attributes(CurrentRow row, int first) throws SQLException {
        if (types.isEmpty()) {
            return attributes.defaults();
        }
        @Nullable Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.read(types.get(i), first + i);
        }
        return attributes.construct(values);
    }

    /** Returns the columns of attributes, each with this before its name. */
    List<SqlRead.Selected> selected(String prefix) {
        List<SqlRead.Selected> selected = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            selected.add(SqlRead.Selected.of(prefix + table.attributes().get(i), types.get(i)));
        }
        return selected;
    }

    /** Returns the columns of attributes as the end of a list. */
    String andAttributes(String prefix) {
        StringBuilder list = new StringBuilder();
        table.attributes().forEach(column -> list.append(", ").append(prefix).append(column));
        return list.toString();
    }

    /** Binds attributes to the next parameters. */
    <R> Call<R> bind(Call<R> call, Record carried) {
        List<@Nullable Object> values = attributes.values(attributes.cast(carried));
        for (int i = 0; i < types.size(); i++) {
            call.with(types.get(i), values.get(i));
        }
        return call;
    }

    /** Returns a record as it will be read back. */
    Record stored(Record carried) {
        @Nullable Object[] values = attributes.values(attributes.cast(carried)).toArray();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            values[i] = value == null ? null : types.get(i).stored().apply(value);
        }
        return attributes.construct(values);
    }

    /** Appends what finds one link. */
    <R> Call<R> pair(Call<R> call, LK leftKey, RK rightKey) {
        return call.append(table.left() + " = ? and " + table.right() + " = ?")
                .with(left, leftKey)
                .with(right, rightKey);
    }
}
