package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Read;
import dev.dovetail.operation.Linked;
import dev.dovetail.resource.Association;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;

/**
 * Keeps the links of one association, with their attributes, in a table.
 *
 * <p>That a side has one link at most is looked up before a link is made, which the locks of the service make safe, and
 * guarded by the table's own constraints, if it has them.
 */
final class SqlAssociationDao<LK, RK> implements AssociationDao<LK, RK> {
    private record Row<LK, RK>(LK left, RK right, Record attributes) {}

    private final Sessions sessions;
    private final Association<?, LK, ?, RK> association;
    private final SqlLinks table;
    private final LinkWriter<LK, RK> writer;
    private final LinkColumns<LK, RK, ?> columns;
    private final LinkJoin<LK> fromLefts;
    private final LinkJoin<RK> fromRights;
    private final MappedStatement select;
    private final MappedStatement delete;

    SqlAssociationDao(Sessions sessions, Association<?, LK, ?, RK> association, SqlLinks table, DatabaseSchema schema) {
        this.sessions = sessions;
        this.association = association;
        this.table = table;
        this.columns = new LinkColumns<>(table, association, association.attributes(), schema);
        this.writer = new LinkWriter<>(sessions, association, columns);
        this.fromLefts = LinkJoin.fromLefts(table, columns.leftType());
        this.fromRights = LinkJoin.fromRights(table, columns.rightType());
        this.select = sessions.configuration().select(association.name() + ".select");
        this.delete = sessions.configuration().change(association.name() + ".delete", SqlCommandType.DELETE);
    }

    @Override
    public Association<?, LK, ?, RK> association() {
        return association;
    }

    private Call<Row<LK, RK>> selecting() {
        return Call.starting("select " + table.left() + ", " + table.right() + columns.andAttributes("") + " from "
                        + table.name() + " where ")
                .reading(rows -> new Row<>(
                        columns.left(rows, 1), columns.right(rows, 2), columns.attributes(CurrentRow.of(rows), 3)));
    }

    private Call<Boolean> deleting() {
        return Call.starting("delete from " + table.name() + " where ");
    }

    @Override
    public Optional<Record> find(LK left, RK right) {
        return sessions.select(select, columns.pair(selecting(), left, right)).stream()
                .findFirst()
                .map(Row::attributes);
    }

    @Override
    public Map<LK, Map<RK, Record>> linksOfLefts(Collection<LK> lefts) {
        Map<LK, Map<RK, Record>> found = new LinkedHashMap<>();
        for (Row<LK, RK> row : rows(table.left(), columns.leftType(), lefts, table.rightOrder(table.name()))) {
            found.computeIfAbsent(row.left(), left -> new LinkedHashMap<>()).put(row.right(), row.attributes());
        }
        return found;
    }

    @Override
    public Map<RK, Map<LK, Record>> linksOfRights(Collection<RK> rights) {
        Map<RK, Map<LK, Record>> found = new LinkedHashMap<>();
        for (Row<LK, RK> row : rows(table.right(), columns.rightType(), rights, table.leftOrder(table.name()))) {
            found.computeIfAbsent(row.right(), right -> new LinkedHashMap<>()).put(row.left(), row.attributes());
        }
        return found;
    }

    private List<Row<LK, RK>> rows(String column, ColumnType type, Collection<?> keys, String order) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Call<Row<LK, RK>> call = selecting();
        SqlConditions.in(column, type, new HashSet<>(keys), call);
        return sessions.select(select, call.append(" order by " + order));
    }

    @Override
    public <R extends Record> Read<Map<LK, List<Linked<R, Record>>>> rightRows(
            Collection<LK> lefts, Dao<R, RK> rights) {
        return rights.reading() instanceof SqlDao<R, RK> joined
                ? fromLefts.rows(source(joined), lefts, columns.selected("l."), this::linked)
                : AssociationDao.super.rightRows(lefts, rights);
    }

    @Override
    public <L extends Record> Read<Map<RK, List<Linked<L, Record>>>> leftRows(Collection<RK> rights, Dao<L, LK> lefts) {
        return lefts.reading() instanceof SqlDao<L, LK> joined
                ? fromRights.rows(source(joined), rights, columns.selected("l."), this::linked)
                : AssociationDao.super.leftRows(rights, lefts);
    }

    private <T extends Record> Linked<T, Record> linked(T row, CurrentRow all, int next) throws SQLException {
        return new Linked<>(row, columns.attributes(all, next));
    }

    private <T extends Record> LinkJoin.Source<T> source(SqlDao<T, ?> rows) {
        return new LinkJoin.Source<>(rows, sessions.union());
    }

    @Override
    public void link(LK left, RK right, Record attributes) {
        sessions.inUnit().writing(this);
        writer.link(left, right, attributes);
    }

    /** Looks first where the order or the limits of a side have to be looked at anyway. */
    @Override
    public boolean linkIfAbsent(LK left, RK right) {
        if (association.ordered() || association.oneLeft() || association.oneRight()) {
            return AssociationDao.super.linkIfAbsent(left, right);
        }
        sessions.inUnit().writing(this);
        return writer.linkIfAbsent(left, right, association.attributes().defaults());
    }

    @Override
    public void change(LK left, RK right, Record attributes) {
        writer.change(left, right, attributes);
    }

    @Override
    public boolean unlink(LK left, RK right) {
        SqlTransaction unit = sessions.inUnit().writing(this);
        return unit.update(delete, columns.pair(deleting(), left, right), SqlFailures::general) > 0;
    }

    @Override
    public void replace(LK left, Map<RK, Record> rights) {
        writer.replace(left, rights);
    }

    @Override
    public void replace(LK left, List<RK> rights) {
        writer.replace(left, rights, Map.of());
    }

    @Override
    public void order(Map<LK, List<RK>> rights) {
        writer.order(rights);
    }

    @Override
    public void unlinkLeft(LK left) {
        Call<?> call = deleting().append(table.left() + " = ?").with(columns.leftType(), left);
        sessions.inUnit().update(delete, call, SqlFailures::general);
    }

    @Override
    public void unlinkRight(RK right) {
        Call<?> call = deleting().append(table.right() + " = ?").with(columns.rightType(), right);
        sessions.inUnit().update(delete, call, SqlFailures::general);
    }
}
