package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Association;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and replaces links with what they carry: one statement for all that leave, one for all that come, one
 * for all that change.
 */
final class LinkWriter<LK, RK> {
    /** Is one link of a left, as it is or is to be. */
    private record Row<RK>(RK right, int position, Record attributes) {}

    private final Sessions sessions;
    private final Association<?, LK, ?, RK> association;
    private final SqlLinks table;
    private final LinkColumns<LK, RK, ?> columns;
    private final LinkFailures<LK, RK> failures;
    private final MappedStatement select;
    private final MappedStatement insert;
    private final MappedStatement update;
    private final MappedStatement delete;

    LinkWriter(Sessions sessions, Association<?, LK, ?, RK> association, LinkColumns<LK, RK, ?> columns) {
        this.sessions = sessions;
        this.association = association;
        this.table = columns.table();
        this.columns = columns;
        this.failures = new LinkFailures<>(association, table);
        String name = association.name() + ".";
        this.select = sessions.configuration().select(name + "selectToReplace");
        this.insert = sessions.configuration().change(name + "insert", SqlCommandType.INSERT);
        this.update = sessions.configuration().change(name + "update", SqlCommandType.UPDATE);
        this.delete = sessions.configuration().change(name + "deleteToReplace", SqlCommandType.DELETE);
    }

    private boolean hasPosition() {
        return table.position() != null;
    }

    void link(LK left, RK right, Record attributes) {
        SqlTransaction unit = sessions.inUnit();
        refuseIfTaken(left, List.of(right), association.oneRight() ? keys(present(left)) : List.of());
        Call<?> call = Call.starting(inserting()).with(columns.leftType(), left).with(columns.rightType(), right);
        if (hasPosition()) {
            call.append(", (select coalesce(max(" + table.position() + ") + 1, 0) from " + table.name() + " where "
                            + table.left() + " = ?)")
                    .with(columns.leftType(), left);
        }
        call.append(", ?".repeat(table.attributes().size())).append(")");
        unit.update(insert, columns.bind(call, attributes), e -> failures.linking(left, List.of(right), e));
    }

    /** Links two unless they are linked, which the locks of the service keep others from doing meanwhile. */
    boolean linkIfAbsent(LK left, RK right, Record attributes) {
        Call<?> call = Call.starting(insertingInto() + " select ?, ?"
                        + ", ?".repeat(table.attributes().size()) + " where not exists (select 1 from " + table.name()
                        + " where ")
                .with(columns.leftType(), left)
                .with(columns.rightType(), right);
        columns.pair(columns.bind(call, attributes), left, right).append(")");
        return sessions.inUnit().update(insert, call, e -> failures.linking(left, List.of(right), e)) > 0;
    }

    private String inserting() {
        return insertingInto() + " values (?, ?";
    }

    private String insertingInto() {
        return "insert into " + table.name() + " (" + table.left() + ", " + table.right()
                + (hasPosition() ? ", " + table.position() : "") + columns.andAttributes("") + ")";
    }

    void change(LK left, RK right, Record attributes) {
        SqlTransaction unit = sessions.inUnit();
        Call<?> call = Call.starting(
                "update " + table.name() + " set " + String.join(" = ?, ", table.attributes()) + " = ? where ");
        unit.update(
                update,
                columns.pair(columns.bind(call, attributes), left, right),
                e -> SqlFailures.write(e, association.name()));
    }

    /** Ends the unit if a side would get more links than it may have. */
    private void refuseIfTaken(LK left, List<RK> added, List<RK> staying) {
        Map<RK, LK> owners = association.oneLeft() ? owners(added) : Map.of();
        List<RK> rights = new ArrayList<>(staying);
        for (RK right : added) {
            LK owner = owners.get(right);
            if (association.oneRight() && !rights.isEmpty()) {
                throw failures.leftTaken(left, rights.get(0), null);
            } else if (owner != null) {
                throw failures.rightTaken(right, owner, null);
            }
            rights.add(right);
        }
    }

    private record Owner<LK, RK>(LK left, RK right) {}

    private Map<RK, LK> owners(List<RK> rights) {
        Map<RK, LK> owners = new LinkedHashMap<>();
        if (!rights.isEmpty()) {
            Call<Owner<LK, RK>> call = Call.starting(
                            "select " + table.left() + ", " + table.right() + " from " + table.name() + " where ")
                    .reading(rows -> new Owner<>(columns.left(rows, 1), columns.right(rows, 2)));
            SqlConditions.in(table.right(), columns.rightType(), rights, call);
            sessions.select(select, call).forEach(owner -> owners.put(owner.right(), owner.left()));
        }
        return owners;
    }

    private List<Row<RK>> present(LK left) {
        String position = hasPosition() ? table.position() : "0";
        Call<Row<RK>> call = Call.starting("select " + table.right() + ", " + position
                        + columns.andAttributes("") + " from " + table.name() + " where " + table.left()
                        + " = ? order by " + table.orderOfRights(table.name()))
                .with(columns.leftType(), left)
                .reading(rows ->
                        new Row<>(columns.right(rows, 1), rows.getInt(2), columns.attributes(CurrentRow.of(rows), 3)));
        return sessions.select(select, call);
    }

    private static <RK> List<RK> keys(List<Row<RK>> present) {
        return present.stream().<RK>map(Row::right).toList();
    }

    /** Replaces the rights of a left. */
    void replace(LK left, Map<RK, Record> rights) {
        replace(left, List.copyOf(rights.keySet()), rights);
    }

    /** Replaces the rights of a left; the attributes of those without any stay, or are the defaults. */
    void replace(LK left, List<RK> wanted, Map<RK, Record> carried) {
        SqlTransaction unit = sessions.inUnit();
        Map<RK, Row<RK>> present = new LinkedHashMap<>();
        present(left).forEach(link -> present.put(link.right(), link));
        Set<RK> staying = new HashSet<>(wanted);
        delete(
                unit,
                left,
                present.keySet().stream()
                        .filter(right -> !staying.contains(right))
                        .toList());
        present.keySet().retainAll(staying);
        List<RK> added =
                wanted.stream().filter(right -> !present.containsKey(right)).toList();
        refuseIfTaken(left, added, List.copyOf(present.keySet()));
        Map<RK, Integer> positions = positions(List.copyOf(present.values()), wanted);
        List<Call<?>> insertions = new ArrayList<>();
        List<Call<?>> updates = new ArrayList<>();
        for (int place = 0; place < wanted.size(); place++) {
            RK right = wanted.get(place);
            Record given = carried.get(right);
            Row<RK> before = present.get(right);
            int position = Objects.requireNonNull(positions.get(right));
            if (before == null) {
                Record made = given == null ? association.attributes().defaults(place) : given;
                insertions.add(insertion(left, new Row<>(right, position, made)));
            } else {
                Record after = given == null ? before.attributes() : columns.stored(given);
                if (!after.equals(before.attributes()) || (hasPosition() && position != before.position())) {
                    updates.add(update(left, new Row<>(right, position, after)));
                }
            }
        }
        unit.updateAll(insert, insertions, (i, e) -> failures.linking(left, added, e));
        unit.updateAll(update, updates, (i, e) -> SqlFailures.write(e, association.name()));
    }

    /** Returns the position of each: those of the links that stay if these are in order before all that come. */
    private Map<RK, Integer> positions(List<Row<RK>> staying, List<RK> wanted) {
        boolean inOrder = keys(staying).equals(wanted.subList(0, Math.min(staying.size(), wanted.size())));
        int last = -1;
        for (Row<RK> link : staying) {
            inOrder &= link.position() > last;
            last = link.position();
        }
        Map<RK, Integer> positions = new LinkedHashMap<>();
        for (int place = 0; place < wanted.size(); place++) {
            int position = !inOrder
                    ? place
                    : place < staying.size() ? staying.get(place).position() : last + 1 + place - staying.size();
            positions.put(wanted.get(place), position);
        }
        return positions;
    }

    /** Puts the rights of each of these lefts, all that it has, in this order. */
    void order(Map<LK, List<RK>> rights) {
        List<Call<?>> updates = new ArrayList<>();
        rights.forEach((left, order) -> {
            for (int place = 0; hasPosition() && place < order.size(); place++) {
                Call<?> call = Call.starting("update " + table.name() + " set " + table.position() + " = ? where ")
                        .with(ColumnType.INTEGER, place);
                updates.add(columns.pair(call, left, order.get(place)));
            }
        });
        sessions.inUnit().updateAll(update, updates, (i, e) -> SqlFailures.general(e));
    }

    private void delete(SqlTransaction unit, LK left, List<RK> removed) {
        if (!removed.isEmpty()) {
            Call<?> call = Call.starting("delete from " + table.name() + " where " + table.left() + " = ? and ")
                    .with(columns.leftType(), left);
            SqlConditions.in(table.right(), columns.rightType(), removed, call);
            unit.update(delete, call, SqlFailures::general);
        }
    }

    private Call<?> insertion(LK left, Row<RK> link) {
        Call<?> call = Call.starting(inserting())
                .append(", ?".repeat(table.attributes().size() + (hasPosition() ? 1 : 0)))
                .append(")")
                .with(columns.leftType(), left)
                .with(columns.rightType(), link.right());
        if (hasPosition()) {
            call.with(ColumnType.INTEGER, link.position());
        }
        return columns.bind(call, link.attributes());
    }

    private Call<?> update(LK left, Row<RK> link) {
        List<String> set = new ArrayList<>(table.attributes());
        @Nullable String position = table.position();
        if (position != null) {
            set.add(0, position);
        }
        Call<?> call = Call.starting("update " + table.name() + " set " + String.join(" = ?, ", set) + " = ? where ");
        if (position != null) {
            call.with(ColumnType.INTEGER, link.position());
        }
        return columns.pair(columns.bind(call, link.attributes()), left, link.right());
    }
}
