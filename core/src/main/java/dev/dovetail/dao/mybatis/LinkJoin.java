package dev.dovetail.dao.mybatis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.mapping.MappedStatement;

/**
 * Gets the links of many keys of one side and the rows at their other ends by one statement.
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

    /** Makes of a row, and of what follows it from a place on, what is wanted. */
    interface Taking<T, X> {
        X take(T row, ResultSet rows, int next) throws SQLException;
    }

    private record Joined<K, X>(K key, X taken) {}

    /**
     * Returns what is taken of each link, by key, in order.
     *
     * @param and columns to select as well, as the end of a list, of the table named l
     */
    <T extends Record, X> Map<K, List<X>> rows(Source<T> source, Collection<K> keys, String and, Taking<T, X> taking) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        SqlDao<T, ?> dao = source.rows();
        SqlTable<T> others = dao.table();
        Call<Boolean> call = Call.starting("select l." + key + ", " + dao.columns("r") + and + " from " + table.name()
                + " l join " + others.name() + " r on r."
                + others.column(dao.resource().key()) + " = l." + other + " where ");
        Conditions.in("l." + key, type, new HashSet<>(keys), call);
        int next = 2 + dao.resource().columns().size();
        Call<Joined<K, X>> read = call.append(" order by " + order)
                .reading(rows -> new Joined<>(key(rows), taking.take(dao.read(rows, 2), rows, next)));
        Map<K, List<X>> found = new LinkedHashMap<>();
        for (Joined<K, X> joined : source.sessions().select(source.select(), read)) {
            found.computeIfAbsent(joined.key(), known -> new ArrayList<>()).add(joined.taken());
        }
        return found;
    }

    /** Names what is joined and how it is asked for. */
    record Source<T extends Record>(SqlDao<T, ?> rows, Sessions sessions, MappedStatement select) {}

    @SuppressWarnings("unchecked") // the type is that of the key
    private K key(ResultSet rows) throws SQLException {
        return (K) Objects.requireNonNull(type.read(rows, 1));
    }
}
