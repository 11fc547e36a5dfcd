package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Resource;
import dev.dovetail.value.UnicodeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Holds the texts of the statements of one table. Immutable.
 *
 * <p>An update writes all columns: one text per table, which the driver prepares once, costs less than the bytes saved
 * by one text per set of changed columns, and to PostgreSQL a column that keeps its value is no change of an index.
 */
final class TableTexts<T extends Record> {
    private final Resource<T, ?> resource;
    private final Dialect dialect;
    private final String key;
    private final String select;
    private final String find;
    private final String count;
    private final String estimate;
    private final String insert;
    private final String insertGenerating;
    private final String update;
    private final String delete;

    TableTexts(Resource<T, ?> resource, SqlTable<T> table, Dialect dialect) {
        this.resource = resource;
        this.dialect = dialect;
        this.key = table.column(resource.key());
        List<String> columns =
                resource.columns().stream().map(table::column).collect(Collectors.toCollection(ArrayList::new));
        this.select = "select " + String.join(", ", columns) + " from " + table.name();
        this.find = select + " where " + key + " = ?";
        this.count = "select count(*) from " + table.name();
        this.estimate = "explain select 1 from " + table.name();
        columns.addAll(table.stored().values());
        if (table.searchText() != null) {
            columns.add(Objects.requireNonNull(table.searchText()));
        }
        this.insert = insert(table.name(), columns, resource.keyGenerated() ? " overriding system value" : "");
        columns.remove(key);
        this.insertGenerating = insert(table.name(), columns, "");
        String version = resource.version()
                .map(column -> " and " + table.column(column) + " = ?")
                .orElse("");
        this.update = "update " + table.name() + " set " + String.join(" = ?, ", columns) + " = ? where " + key + " = ?"
                + version;
        this.delete = "delete from " + table.name() + " where " + key + " = ?";
    }

    private static String insert(String table, List<String> columns, String overriding) {
        return "insert into " + table + " (" + String.join(", ", columns) + ")" + overriding + " values (?"
                + ", ?".repeat(columns.size() - 1) + ")";
    }

    /** Returns whether a key is given; null and 0 are not. */
    boolean keyGiven(T row) {
        Object value = resource.key().get(row);
        return value != null && !(value instanceof Number number && number.longValue() == 0);
    }

    /** Returns whether a key can be in the table at all. */
    boolean holds(Object keyValue) {
        return !(keyValue instanceof String text) || UnicodeText.isSound(text);
    }

    String key() {
        return key;
    }

    String select() {
        return select;
    }

    String find() {
        return find;
    }

    String lock() {
        return find + " for update";
    }

    String hold() {
        return find + (dialect == Dialect.POSTGRESQL ? " for key share" : " for update");
    }

    String lockingInOrder() {
        return " order by " + key + " for update";
    }

    String count() {
        return count;
    }

    /** Returns the statement whose first line is the plan of PostgreSQL, with the rows it reckons with. */
    String estimate() {
        return estimate;
    }

    String insert() {
        return insert;
    }

    /** Returns the insertion that a row with the same key makes do nothing, or on H2 fail. */
    String insertIfAbsent() {
        return dialect == Dialect.POSTGRESQL ? insert + " on conflict (" + key + ") do nothing" : insert;
    }

    /** Returns whether a failed insertion leaves the transaction as it was. */
    boolean mayFail() {
        return dialect == Dialect.H2;
    }

    String insertGenerating() {
        return insertGenerating;
    }

    String update() {
        return update;
    }

    String delete() {
        return delete;
    }
}
