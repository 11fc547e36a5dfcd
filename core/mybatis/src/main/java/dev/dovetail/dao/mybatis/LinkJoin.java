package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.Read;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the links of many keys of one side and the rows at their other ends by one select.
 *
 * @param key the column of the side that keys are given of
 * @param other the column of the other side
 */
record LinkJoin<K>(SqlLinks table, String key, ColumnType type, String other, String order) {

    static <K> LinkJoin<K> fromLefts(SqlLinks table, ColumnType left) {
        return new LinkJoin<>(table, table.left(), left, table.right(), table.rightOrder("l"));
    }

    static <K> LinkJoin<K> fromRights(SqlLinks table, ColumnType right) {
        return new LinkJoin<>(table, table.right(), right, table.left(), table.leftOrder("l"));
    }

    /** Reads a row and the columns of its link into one value. */
    interface Taking<T, X> {
        X take(T row, CurrentRow all, int next) throws SQLException;
    }

    private record Joined<K, X>(K key, X taken) {}

    /**
     * Returns the read of what is taken of each link, by key, in order.
     *
     * @param and columns to select as well, of the table named l
     */
    <T extends Record, X> Read<Map<K, List<X>>> rows(
            Source<T> source, Collection<K> keys, List<SqlRead.Selected> and, Taking<T, X> taking) {
        if (keys.isEmpty()) {
            return Map::of;
        }
        SqlDao<T, ?> dao = source.rows();
        List<SqlRead.Selected> columns = new ArrayList<>();
        columns.add(SqlRead.Selected.of("l." + key, type));
        columns.addAll(dao.joined());
        int next = columns.size() + 1;
        columns.addAll(and);
        return new SqlRead<>(
                source.union(),
                new SqlRead.Select(columns, call -> from(dao, keys, call), order),
                row -> new Joined<>(key(row), taking.take(dao.read(row, 2), row, next)),
                LinkJoin::byKey);
    }

    private <T extends Record> void from(SqlDao<T, ?> dao, Collection<K> keys, Call<?> call) {
        call.append(" from " + table.name() + " l join " + dao.table().name() + " r on r."
                + dao.table().column(dao.resource().key()) + " = l." + other + " where ");
        SqlConditions.in("l." + key, type, new HashSet<>(keys), call);
    }

    private static <K, X> Map<K, List<X>> byKey(List<Joined<K, X>> rows) {
        Map<K, List<X>> found = new LinkedHashMap<>();
        for (Joined<K, X> joined : rows) {
            found.computeIfAbsent(joined.key(), known -> new ArrayList<>()).add(joined.taken());
        }
        return found;
    }

    /** Names what is joined and what reads it. */
    record Source<T extends Record>(SqlDao<T, ?> rows, Union union) {}

    @SuppressWarnings("unchecked") // the type is that of the key
    private K key(CurrentRow row) throws SQLException {
        return (K) Objects.requireNonNull(row.read(type, 1));
    }
}
