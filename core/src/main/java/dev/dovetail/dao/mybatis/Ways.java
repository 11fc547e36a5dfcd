package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import java.util.stream.Collectors;

/** Writes derived values as SQL: each step to other objects is a subquery of the one before. For one value. */
final class Ways {
    private final Schema.Tables tables;
    private int aliases;

    Ways(Schema.Tables tables) {
        this.tables = tables;
    }

    /** Returns the value for the rows of a table that is selected from under its own name. */
    <T extends Record> String sql(Derived<T, ?> derived, SqlTable<T> table) {
        return write(derived.derivation(), new At<>(table.name(), table));
    }

    /** Names a row that a way has come to. */
    private record At<T extends Record>(String alias, SqlTable<T> table) {
        String column(Column<?, ?> column) {
            return alias + "." + table.column(cast(column));
        }

        @SuppressWarnings("unchecked") // a way goes on at the model that it has come to
        private Column<T, ?> cast(Column<?, ?> column) {
            return (Column<T, ?>) column;
        }
    }

    private String write(Derivation<?, ?> derivation, At<?> at) {
        if (derivation instanceof Derivation.Own<?, ?> own) {
            return at.alias() + "." + at.table().own(own);
        } else if (derivation instanceof Derivation.Value<?, ?> value) {
            return at.column((Column<?, ?>) value.expression());
        } else if (derivation instanceof Derivation.Constant<?, ?> constant) {
            return literal(constant.value());
        } else if (derivation instanceof Derivation.FirstOf<?, ?> firstOf) {
            return firstOf.derivations().stream()
                    .map(each -> write(each, at))
                    .collect(Collectors.joining(", ", "coalesce(", ")"));
        } else if (derivation instanceof Derivation.OnlyIf<?, ?, ?> onlyIf) {
            return "case when " + at.column(onlyIf.column()) + " = " + literal(onlyIf.value()) + " then "
                    + write(onlyIf.then(), at) + " end";
        } else if (derivation instanceof Derivation.Right<?, ?, ?> right) {
            Association<?, ?, ?, ?> association = right.association();
            SqlLinks links = tables.of(association);
            String key = at.column(association.left().key());
            String alias = alias();
            String order = association.oneRight() ? "" : first(links.orderOfRights(alias));
            Hop hop =
                    new Hop(links.name() + " " + alias, alias + "." + links.left(), alias + "." + links.right(), order);
            return linked(hop, key, association.right(), right.then());
        } else if (derivation instanceof Derivation.Left<?, ?, ?> left) {
            Association<?, ?, ?, ?> association = left.association();
            SqlLinks links = tables.of(association);
            String key = at.column(association.right().key());
            String alias = alias();
            String order = association.oneLeft() ? "" : first(links.orderOfLefts(alias));
            Hop hop =
                    new Hop(links.name() + " " + alias, alias + "." + links.right(), alias + "." + links.left(), order);
            return linked(hop, key, association.left(), left.then());
        }
        Derivation.Reference<?, ?, ?, ?> reference = (Derivation.Reference<?, ?, ?, ?>) derivation;
        At<?> next = next(reference.resource());
        return "(select " + write(reference.then(), next) + " from "
                + next.table().name() + " " + next.alias() + " where " + next.column(reference.unique()) + " = "
                + at.column(reference.column()) + ")";
    }

    /** Goes from one column of a table of links to the other one, if need be by the first link in order. */
    private record Hop(String table, String from, String to, String order) {}

    private String linked(Hop hop, String key, Resource<?, ?> resource, Derivation<?, ?> then) {
        At<?> next = next(resource);
        return "(select " + write(then, next) + " from " + hop.table() + " join "
                + next.table().name() + " " + next.alias() + " on " + next.column(resource.key()) + " = " + hop.to()
                + " where " + hop.from() + " = " + key + hop.order() + ")";
    }

    private static String first(String order) {
        return " order by " + order + " limit 1";
    }

    private String alias() {
        return "d" + ++aliases;
    }

    private <T extends Record> At<T> next(Resource<T, ?> resource) {
        return new At<>(alias(), tables.of(resource));
    }

    private static String literal(Object value) {
        if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return "'" + Column.text(value).replace("'", "''") + "'";
    }
}
