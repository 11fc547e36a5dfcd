package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.ValueCodec;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows which table keeps what, and the dialect of all of them. Thread-safe. */
final class DatabaseSchema {
    private final Dialect dialect;
    private final @Nullable ValueCodec codec;
    private final Tables tables;
    private final Map<String, Object> byTable = new ConcurrentHashMap<>();
    private final Map<Resource<?, ?>, List<ColumnBounds>> bounds = new ConcurrentHashMap<>();

    /** Knows the names of tables, also of resources that are not loaded. */
    interface Tables {
        <T extends Record> SqlTable<T> of(Resource<T, ?> resource);

        SqlLinks of(Association<?, ?, ?, ?> association);
    }

    DatabaseSchema(Dialect dialect, @Nullable ValueCodec codec, Tables tables) {
        this.dialect = dialect;
        this.codec = codec;
        this.tables = tables;
    }

    Tables tables() {
        return tables;
    }

    Dialect dialect() {
        return dialect;
    }

    ColumnType type(Column<?, ?> column) {
        return ColumnType.of(column, dialect, codec);
    }

    ColumnType type(Expression<?, ?> expression) {
        return expression instanceof Derived<?, ?> derived
                ? ColumnType.of(derived.name(), derived.type(), dialect)
                : type((Column<?, ?>) expression);
    }

    /** Notes what the columns of a resource's table can keep, in the order of the resource's. */
    void learn(Resource<?, ?> resource, List<ColumnBounds> read) {
        bounds.put(resource, List.copyOf(read));
    }

    /** Returns what the columns of a resource's table can keep; empty if that was not found out. */
    List<ColumnBounds> bounds(Resource<?, ?> resource) {
        return bounds.getOrDefault(resource, List.of());
    }

    void keeps(String table, Object description) {
        byTable.put(plain(table), description);
    }

    /** Returns the name of the resource that a table keeps, or of the other one than this that it links. */
    String resourceIn(@Nullable String table, Resource<?, ?> besides) {
        Object description = table == null ? null : byTable.get(plain(table));
        if (description instanceof Resource<?, ?> resource) {
            return resource.name();
        } else if (description instanceof Association<?, ?, ?, ?> link) {
            return link.left().name().equals(besides.name())
                    ? link.right().name()
                    : link.left().name();
        }
        return table == null ? "object" : table;
    }

    /** Returns whether two names are of the same table. */
    boolean isTable(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String table) {
        return table.substring(table.lastIndexOf('.') + 1).replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
