package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.AttributeDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Read;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;

/**
 * Keeps the links of one association in a table.
 *
 * <p>That a side has one link at most is looked up before a link is made, which the locks of the service make safe, and
 * guarded by the table's own constraints, if it has them.
 */
final class SqlAssociationDao<LK, RK> implements AssociationDao<LK, RK> {
    private record Pair<LK, RK>(LK left, RK right) {}

    private final Sessions sessions;
    private final Association<?, LK, ?, RK> association;
    private final SqlLinks table;
    private final LinkWriter<LK, RK, ?> writer;
    private final LinkColumns<LK, RK, ?> columns;
    private final LinkJoin<LK> fromLefts;
    private final LinkJoin<RK> fromRights;
    private final MappedStatement select;
    private final MappedStatement delete;

    SqlAssociationDao(Sessions sessions, Association<?, LK, ?, RK> association, SqlLinks table, Schema schema) {
        this.sessions = sessions;
        this.association = association;
        this.table = table;
        this.writer =
                writer(sessions, association, new LinkColumns<>(table, association, association.attributes(), schema));
        this.columns = writer.columns();
        this.fromLefts = LinkJoin.fromLefts(table, columns.leftType());
        this.fromRights = LinkJoin.fromRights(table, columns.rightType());
        this.select = sessions.configuration().select(association.name() + ".select");
        this.delete = sessions.configuration().change(association.name() + ".delete", SqlCommandType.DELETE);
    }

    private static <LK, RK, A extends Record> LinkWriter<LK, RK, A> writer(
            Sessions sessions, Association<?, LK, ?, RK> association, LinkColumns<LK, RK, A> columns) {
        return new LinkWriter<>(sessions, association, columns);
    }

    @Override
    public Association<?, LK, ?, RK> association() {
        return association;
    }

    @Override
    @SuppressWarnings("unchecked") // the writer is that of the association's attributes
    public <A extends Record> AttributeDao<LK, RK, A> attributes(Attributes<A> attributes) {
        association.requireAttributes(attributes);
        return association.hasAttributes()
                ? new SqlAttributeDao<>(sessions, select, (LinkWriter<LK, RK, A>) writer)
                : AssociationDao.super.attributes(attributes);
    }

    @Override
    public AssociationDao<LK, RK> last() {
        sessions.inUnit().lastFollows();
        return this;
    }

    private Call<Pair<LK, RK>> selecting() {
        return Call.starting("select " + table.left() + ", " + table.right() + " from " + table.name() + " where ")
                .reading(rows -> new Pair<>(columns.left(rows, 1), columns.right(rows, 2)));
    }

    private Call<Boolean> deleting() {
        return Call.starting("delete from " + table.name() + " where ");
    }

    @Override
    public boolean linked(LK left, RK right) {
        return !sessions.select(select, columns.pair(selecting(), left, right)).isEmpty();
    }

    @Override
    public Map<LK, List<RK>> rights(Collection<LK> lefts) {
        Map<LK, List<RK>> found = new LinkedHashMap<>();
        for (Pair<LK, RK> pair : pairs(table.left(), columns.leftType(), lefts, table.rightOrder(table.name()))) {
            found.computeIfAbsent(pair.left(), left -> new ArrayList<>()).add(pair.right());
        }
        return found;
    }

    @Override
    public Map<RK, List<LK>> lefts(Collection<RK> rights) {
        Map<RK, List<LK>> found = new LinkedHashMap<>();
        for (Pair<LK, RK> pair : pairs(table.right(), columns.rightType(), rights, table.leftOrder(table.name()))) {
            found.computeIfAbsent(pair.right(), right -> new ArrayList<>()).add(pair.left());
        }
        return found;
    }

    private List<Pair<LK, RK>> pairs(String column, ColumnType type, Collection<?> keys, String order) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Call<Pair<LK, RK>> call = selecting();
        Conditions.in(column, type, new HashSet<>(keys), call);
        return sessions.select(select, call.append(" order by " + order));
    }

    @Override
    public <R extends Record> Read<Map<LK, List<R>>> rightRows(Collection<LK> lefts, Dao<R, RK> rights) {
        return rights.reading() instanceof SqlDao<R, RK> joined
                ? fromLefts.rows(source(joined), lefts, List.of(), (row, all, next) -> row)
                : AssociationDao.super.rightRows(lefts, rights);
    }

    @Override
    public <L extends Record> Read<Map<RK, List<L>>> leftRows(Collection<RK> rights, Dao<L, LK> lefts) {
        return lefts.reading() instanceof SqlDao<L, LK> joined
                ? fromRights.rows(source(joined), rights, List.of(), (row, all, next) -> row)
                : AssociationDao.super.leftRows(rights, lefts);
    }

    private <T extends Record> LinkJoin.Source<T> source(SqlDao<T, ?> rows) {
        return new LinkJoin.Source<>(rows, sessions.union());
    }

    @Override
    public void link(LK left, RK right) {
        link(writer, left, right);
    }

    private static <LK, RK, A extends Record> void link(LinkWriter<LK, RK, A> writer, LK left, RK right) {
        writer.link(left, right, writer.columns().attributes().defaults());
    }

    /** Looks first where the order or the limits of a side have to be looked at anyway. */
    @Override
    public boolean linkIfAbsent(LK left, RK right) {
        if (association.ordered() || association.oneLeft() || association.oneRight()) {
            return AssociationDao.super.linkIfAbsent(left, right);
        }
        return linkIfAbsent(writer, left, right);
    }

    private static <LK, RK, A extends Record> boolean linkIfAbsent(LinkWriter<LK, RK, A> writer, LK left, RK right) {
        return writer.linkIfAbsent(left, right, writer.columns().attributes().defaults());
    }

    @Override
    public boolean unlink(LK left, RK right) {
        return sessions.inUnit().update(delete, columns.pair(deleting(), left, right), Failures::general) > 0;
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
        sessions.inUnit().update(delete, call, Failures::general);
    }

    @Override
    public void unlinkRight(RK right) {
        Call<?> call = deleting().append(table.right() + " = ?").with(columns.rightType(), right);
        sessions.inUnit().update(delete, call, Failures::general);
    }
}
