package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
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
    private final ColumnType leftType;
    private final ColumnType rightType;
    private final MappedStatement select;
    private final MappedStatement insert;
    private final MappedStatement update;
    private final MappedStatement delete;
    private final Call.RowReader<Pair<LK, RK>> reader;

    SqlAssociationDao(Sessions sessions, Association<?, LK, ?, RK> association, SqlLinks table, Schema schema) {
        this.sessions = sessions;
        this.association = association;
        this.table = table;
        this.leftType = schema.type(association.left().key());
        this.rightType = schema.type(association.right().key());
        String name = association.name() + ".";
        this.select = sessions.configuration().select(name + "select");
        this.insert = sessions.configuration().change(name + "insert", SqlCommandType.INSERT);
        this.update = sessions.configuration().change(name + "update", SqlCommandType.UPDATE);
        this.delete = sessions.configuration().change(name + "delete", SqlCommandType.DELETE);
        this.reader = reader();
    }

    @SuppressWarnings("unchecked") // the types are those of the keys
    private Call.RowReader<Pair<LK, RK>> reader() {
        return rows -> new Pair<>((LK) Objects.requireNonNull(leftType.read(rows, 1)), (RK)
                Objects.requireNonNull(rightType.read(rows, 2)));
    }

    @Override
    public Association<?, LK, ?, RK> association() {
        return association;
    }

    private Call<Pair<LK, RK>> selecting() {
        return Call.starting("select " + table.left() + ", " + table.right() + " from " + table.name() + " where ")
                .reading(reader);
    }

    private Call<Boolean> deleting() {
        return Call.starting("delete from " + table.name() + " where ");
    }

    private <R> Call<R> pair(Call<R> call, LK left, RK right) {
        return call.append(table.left() + " = ? and " + table.right() + " = ?")
                .with(leftType, left)
                .with(rightType, right);
    }

    @Override
    public boolean linked(LK left, RK right) {
        return !sessions.select(select, pair(selecting(), left, right)).isEmpty();
    }

    @Override
    public Map<LK, List<RK>> rights(Collection<LK> lefts) {
        Map<LK, List<RK>> found = new LinkedHashMap<>();
        for (Pair<LK, RK> pair : pairs(table.left(), leftType, lefts, table.rightOrder(table.name()))) {
            found.computeIfAbsent(pair.left(), left -> new ArrayList<>()).add(pair.right());
        }
        return found;
    }

    @Override
    public Map<RK, List<LK>> lefts(Collection<RK> rights) {
        Map<RK, List<LK>> found = new LinkedHashMap<>();
        for (Pair<LK, RK> pair : pairs(table.right(), rightType, rights, table.leftOrder(table.name()))) {
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
    public <R extends Record> Map<LK, List<R>> rightRows(Collection<LK> lefts, Dao<R, RK> rights) {
        return rights.reading() instanceof SqlDao<R, RK> joined
                ? joined(joined, new Side<LK>(table.left(), leftType, table.rightOrder("l")), table.right(), lefts)
                : AssociationDao.super.rightRows(lefts, rights);
    }

    @Override
    public <L extends Record> Map<RK, List<L>> leftRows(Collection<RK> rights, Dao<L, LK> lefts) {
        return lefts.reading() instanceof SqlDao<L, LK> joined
                ? joined(joined, new Side<RK>(table.right(), rightType, table.leftOrder("l")), table.left(), rights)
                : AssociationDao.super.leftRows(rights, lefts);
    }

    /** Names the column that links are looked for by, its type, and their order. */
    private record Side<A>(String column, ColumnType type, String order) {
        @SuppressWarnings("unchecked") // the type is that of the key
        A read(ResultSet rows) throws SQLException {
            return (A) Objects.requireNonNull(type.read(rows, 1));
        }
    }

    private record Joined<A, T>(A key, T row) {}

    /** Gets links and the rows at their other ends by one statement. */
    private <A, T extends Record> Map<A, List<T>> joined(
            SqlDao<T, ?> dao, Side<A> from, String to, Collection<A> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        SqlTable<T> others = dao.table();
        Call<Boolean> call =
                Call.starting("select l." + from.column() + ", " + dao.columns("r") + " from " + table.name()
                        + " l join " + others.name() + " r on r."
                        + others.column(dao.resource().key()) + " = l." + to + " where ");
        Conditions.in("l." + from.column(), from.type(), new HashSet<>(keys), call);
        Call<Joined<A, T>> read = call.append(" order by " + from.order())
                .reading(rows -> new Joined<>(from.read(rows), dao.read(rows, 2)));
        Map<A, List<T>> found = new LinkedHashMap<>();
        for (Joined<A, T> joined : sessions.select(select, read)) {
            found.computeIfAbsent(joined.key(), key -> new ArrayList<>()).add(joined.row());
        }
        return found;
    }

    @Override
    public void link(LK left, RK right) {
        SqlTransaction unit = sessions.inUnit();
        refuseIfTaken(left, List.of(right), rights(left, association.oneRight()));
        boolean ordered = table.position() != null;
        Call<?> call = Call.starting(inserting())
                .append(" values (?, ?")
                .with(leftType, left)
                .with(rightType, right);
        if (ordered) {
            call.append(", (select coalesce(max(" + table.position() + ") + 1, 0) from " + table.name() + " where "
                            + table.left() + " = ?)")
                    .with(leftType, left);
        }
        unit.update(insert, call.append(")"), e -> linking(left, right, e));
    }

    private String inserting() {
        return "insert into " + table.name() + " (" + table.left() + ", " + table.right()
                + (table.position() == null ? ")" : ", " + table.position() + ")");
    }

    /** Returns the rights of a left if they matter. */
    private List<RK> rights(LK left, boolean matter) {
        return matter ? rights(left) : List.of();
    }

    /** Ends the unit if a side would get more links than it may have. */
    private void refuseIfTaken(LK left, List<RK> added, List<RK> present) {
        Map<RK, List<LK>> lefts = association.oneLeft() ? lefts(added) : Map.of();
        List<RK> rights = new ArrayList<>(present);
        for (RK right : added) {
            if (association.oneRight() && !rights.isEmpty()) {
                throw taken(association.left(), left, association.right(), rights.get(0), null);
            }
            if (lefts.containsKey(right)) {
                throw taken(
                        association.right(),
                        right,
                        association.left(),
                        lefts.get(right).get(0),
                        null);
            }
            rights.add(right);
        }
    }

    private static DovetailException taken(
            Resource<?, ?> one,
            Object key,
            Resource<?, ?> other,
            Object otherKey,
            @org.jspecify.annotations.Nullable SQLException cause) {
        Violation violation =
                Errors.stillAssociated(one.name(), other.name(), Details.of(one.name(), key, other.name(), otherKey));
        return TableFailures.caused(violation, cause);
    }

    private DovetailException linking(LK left, RK right, SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (state.equals(Failures.UNIQUE)) {
            List<String> columns = Failures.Constraint.of(e).columns();
            return columns.equals(List.of(table.right().toLowerCase(java.util.Locale.ROOT)))
                            || (association.oneLeft() && !association.oneRight())
                    ? taken(association.right(), right, association.left(), left, e)
                    : taken(association.left(), left, association.right(), right, e);
        } else if (state.equals(Failures.REFERENCE) || state.equals(Failures.NO_PARENT)) {
            boolean isRight = Failures.Constraint.of(e).columns().contains(table.right());
            Resource<?, ?> missing = isRight ? association.right() : association.left();
            return TableFailures.caused(
                    Errors.referenceNotFound(
                            Path.of(missing.collection()),
                            missing.name(),
                            Details.of(missing.key().name(), isRight ? right : left)),
                    e);
        }
        return Failures.general(e);
    }

    @Override
    public void unlink(LK left, RK right) {
        sessions.inUnit().update(delete, pair(deleting(), left, right), Failures::general);
    }

    @Override
    public void replace(LK left, List<RK> rights) {
        SqlTransaction unit = sessions.inUnit();
        List<RK> present = rights(left);
        List<RK> removed = new ArrayList<>(present);
        removed.removeAll(new HashSet<>(rights));
        List<RK> added = new ArrayList<>(rights);
        added.removeAll(new HashSet<>(present));
        if (!removed.isEmpty()) {
            Call<?> call = deleting().append(table.left() + " = ? and ").with(leftType, left);
            Conditions.in(table.right(), rightType, removed, call);
            unit.update(delete, call, Failures::general);
        }
        List<RK> kept = new ArrayList<>(present);
        kept.removeAll(removed);
        refuseIfTaken(left, added, kept);
        insertAll(unit, left, added, rights);
        if (table.position() != null && !isInOrder(kept, present, rights)) {
            reorder(unit, left, kept, rights);
        }
    }

    /** Returns whether those that stay have the positions wanted already: nothing left before them, nothing came. */
    private boolean isInOrder(List<RK> kept, List<RK> present, List<RK> wanted) {
        return kept.size() <= wanted.size()
                && kept.equals(wanted.subList(0, kept.size()))
                && kept.equals(present.subList(0, kept.size()));
    }

    private void reorder(SqlTransaction unit, LK left, List<RK> kept, List<RK> wanted) {
        for (RK right : kept) {
            Call<?> call = Call.starting("update " + table.name() + " set " + table.position() + " = ? where ")
                    .with(ColumnType.INTEGER, wanted.indexOf(right));
            unit.update(update, pair(call, left, right), Failures::general);
        }
    }

    /** Inserts in groups whose sizes are powers of two, so that there are few texts. */
    private void insertAll(SqlTransaction unit, LK left, List<RK> added, List<RK> wanted) {
        int from = 0;
        while (from < added.size()) {
            int size = Math.min(64, Integer.highestOneBit(added.size() - from));
            Call<?> call = Call.starting(inserting()).append(" values ");
            for (RK right : added.subList(from, from + size)) {
                call.append(call.isEmpty() ? "(?, ?" : ", (?, ?")
                        .with(leftType, left)
                        .with(rightType, right);
                if (table.position() != null) {
                    call.append(", ?").with(ColumnType.INTEGER, wanted.indexOf(right));
                }
                call.append(")");
            }
            RK first = added.get(from);
            unit.update(insert, call, e -> linking(left, first, e));
            from += size;
        }
    }

    @Override
    public void unlinkLeft(LK left) {
        Call<?> call = deleting().append(table.left() + " = ?").with(leftType, left);
        sessions.inUnit().update(delete, call, Failures::general);
    }

    @Override
    public void unlinkRight(RK right) {
        Call<?> call = deleting().append(table.right() + " = ?").with(rightType, right);
        sessions.inUnit().update(delete, call, Failures::general);
    }
}
