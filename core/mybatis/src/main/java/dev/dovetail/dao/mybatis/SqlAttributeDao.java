package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.AttributeDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Read;
import dev.dovetail.operation.Attributed;
import dev.dovetail.resource.Attributes;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.mapping.MappedStatement;

/** Keeps the links of one association, and what they carry, in a table. */
final class SqlAttributeDao<LK, RK, A extends Record> implements AttributeDao<LK, RK, A> {
    private record Carrying<LK, RK, A>(LK left, RK right, A attributes) {}

    private final Sessions sessions;
    private final MappedStatement select;
    private final LinkWriter<LK, RK, A> writer;
    private final LinkColumns<LK, RK, A> columns;
    private final SqlLinks table;
    private final LinkJoin<LK> fromLefts;
    private final LinkJoin<RK> fromRights;

    SqlAttributeDao(Sessions sessions, MappedStatement select, LinkWriter<LK, RK, A> writer) {
        this.sessions = sessions;
        this.select = select;
        this.writer = writer;
        this.columns = writer.columns();
        this.table = columns.table();
        this.fromLefts = LinkJoin.fromLefts(table, columns.leftType());
        this.fromRights = LinkJoin.fromRights(table, columns.rightType());
    }

    @Override
    public Attributes<A> attributes() {
        return columns.attributes();
    }

    private Call<Carrying<LK, RK, A>> selecting() {
        return Call.starting("select " + table.left() + ", " + table.right() + columns.andAttributes("") + " from "
                        + table.name() + " where ")
                .reading(rows -> new Carrying<>(
                        columns.left(rows, 1), columns.right(rows, 2), columns.attributes(CurrentRow.of(rows), 3)));
    }

    @Override
    public Optional<A> find(LK left, RK right) {
        return sessions.select(select, columns.pair(selecting(), left, right)).stream()
                .findFirst()
                .map(Carrying::attributes);
    }

    @Override
    public Map<LK, Map<RK, A>> rights(Collection<LK> lefts) {
        Map<LK, Map<RK, A>> found = new LinkedHashMap<>();
        if (!lefts.isEmpty()) {
            Call<Carrying<LK, RK, A>> call = selecting();
            Conditions.in(table.left(), columns.leftType(), new HashSet<>(lefts), call);
            sessions.select(select, call.append(" order by " + table.rightOrder(table.name())))
                    .forEach(link -> found.computeIfAbsent(link.left(), left -> new LinkedHashMap<>())
                            .put(link.right(), link.attributes()));
        }
        return found;
    }

    @Override
    public Map<RK, Map<LK, A>> lefts(Collection<RK> rights) {
        Map<RK, Map<LK, A>> found = new LinkedHashMap<>();
        if (!rights.isEmpty()) {
            Call<Carrying<LK, RK, A>> call = selecting();
            Conditions.in(table.right(), columns.rightType(), new HashSet<>(rights), call);
            sessions.select(select, call.append(" order by " + table.leftOrder(table.name())))
                    .forEach(link -> found.computeIfAbsent(link.right(), right -> new LinkedHashMap<>())
                            .put(link.left(), link.attributes()));
        }
        return found;
    }

    @Override
    public <R extends Record> Read<Map<LK, List<Attributed<R, A>>>> rightRows(Collection<LK> lefts, Dao<R, RK> rights) {
        return rights.reading() instanceof SqlDao<R, RK> joined
                ? fromLefts.rows(source(joined), lefts, columns.selected("l."), this::attributed)
                : AttributeDao.super.rightRows(lefts, rights);
    }

    @Override
    public <L extends Record> Read<Map<RK, List<Attributed<L, A>>>> leftRows(Collection<RK> rights, Dao<L, LK> lefts) {
        return lefts.reading() instanceof SqlDao<L, LK> joined
                ? fromRights.rows(source(joined), rights, columns.selected("l."), this::attributed)
                : AttributeDao.super.leftRows(rights, lefts);
    }

    private <T extends Record> LinkJoin.Source<T> source(SqlDao<T, ?> rows) {
        return new LinkJoin.Source<>(rows, sessions.union());
    }

    private <T extends Record> Attributed<T, A> attributed(T row, CurrentRow all, int next) throws SQLException {
        return new Attributed<>(row, columns.attributes(all, next));
    }

    @Override
    public void link(LK left, RK right, A attributes) {
        writer.link(left, right, attributes);
    }

    @Override
    public void change(LK left, RK right, A attributes) {
        writer.change(left, right, attributes);
    }

    @Override
    public void replace(LK left, Map<RK, A> rights) {
        writer.replace(left, List.copyOf(rights.keySet()), rights);
    }
}
