package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes derived values as SQL. As a value, each step to other objects is a subquery of the row it starts from; as a
 * condition, a subquery of its own, so that the database can begin at the other end, by an index. For one use.
 */
final class DerivationSql {
    private final DatabaseSchema.Tables tables;
    private int aliases;

    DerivationSql(DatabaseSchema.Tables tables) {
        this.tables = tables;
    }

    /** Returns the value for the rows of a table that is selected from under its own name. */
    <T extends Record> String sql(Derived<T, ?> derived, SqlTable<T> table) {
        return write(derived.derivation(), new At<>(table.name(), table));
    }

    /** Writes a condition on a value. */
    @FunctionalInterface
    interface Test {
        /** Appends the condition on this piece of SQL. */
        void write(String value);
    }

    /**
     * Writes the condition that the derived value passes a test, for the rows of a table selected from by its own name.
     */
    <T extends Record> void where(Derived<T, ?> derived, SqlTable<T> table, Call<?> call, Test test) {
        Derivation<T, ?> derivation = derived.derivation();
        call.append("(");
        condition(derivation, new At<>(table.name(), table), call, test);
        if (!isExact(derivation)) {
            call.append(" and ");
            test.write(sql(derived, table));
        }
        call.append(")");
    }

    /** Returns whether there is one way at most to a value, so that the condition at its end says all. */
    private static boolean isExact(Derivation<?, ?> derivation) {
        if (derivation instanceof Derivation.OnlyIf<?, ?, ?> onlyIf) {
            return isExact(onlyIf.then());
        } else if (derivation instanceof Derivation.Right<?, ?, ?> right) {
            return right.association().oneRight() && isExact(right.then());
        } else if (derivation instanceof Derivation.Left<?, ?, ?> left) {
            return left.association().oneLeft() && isExact(left.then());
        } else if (derivation instanceof Derivation.Reference<?, ?, ?, ?> reference) {
            return isExact(reference.then());
        }
        return !(derivation instanceof Derivation.FirstOf<?, ?>);
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

    private void condition(Derivation<?, ?> derivation, At<?> at, Call<?> call, Test test) {
        Step step = step(derivation, at);
        if (step != null) {
            At<?> next = next(step.resource());
            call.append(step.key() + " in (select " + step.from() + " from " + step.joined(next) + " where ");
            condition(step.then(), next, call, test);
            call.append(")");
        } else if (derivation instanceof Derivation.FirstOf<?, ?> firstOf) {
            String separator = "(";
            for (Derivation<?, ?> each : firstOf.derivations()) {
                call.append(separator);
                condition(each, at, call, test);
                separator = " or ";
            }
            call.append(")");
        } else if (derivation instanceof Derivation.OnlyIf<?, ?, ?> onlyIf) {
            call.append("(" + at.column(onlyIf.column()) + " = " + literal(onlyIf.value()) + " and ");
            condition(onlyIf.then(), at, call, test);
            call.append(")");
        } else if (derivation instanceof Derivation.Reference<?, ?, ?, ?> reference) {
            At<?> next = next(reference.resource());
            call.append(at.column(reference.column()) + " in (select " + next.column(reference.unique()) + " from "
                    + next.table().name() + " " + next.alias() + " where ");
            condition(reference.then(), next, call, test);
            call.append(")");
        } else {
            test.write(write(derivation, at));
        }
    }

    private String write(Derivation<?, ?> derivation, At<?> at) {
        Step step = step(derivation, at);
        if (step != null) {
            At<?> next = next(step.resource());
            return "(select " + write(step.then(), next) + " from " + step.joined(next) + " where " + step.from()
                    + " = " + step.key() + step.first() + ")";
        } else if (derivation instanceof Derivation.Own<?, ?> own) {
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
        }
        Derivation.Reference<?, ?, ?, ?> reference = (Derivation.Reference<?, ?, ?, ?>) derivation;
        At<?> next = next(reference.resource());
        return "(select " + write(reference.then(), next) + " from "
                + next.table().name() + " " + next.alias() + " where " + next.column(reference.unique()) + " = "
                + at.column(reference.column()) + ")";
    }

    /**
     * Goes over one table of links.
     *
     * @param table with its alias
     * @param from the column of the side that the way comes from
     * @param to the column of the other side
     * @param key what {@code from} has to be
     * @param first what picks the first link, if there may be several
     */
    private record Step(
            String table,
            String from,
            String to,
            String key,
            String first,
            Resource<?, ?> resource,
            Derivation<?, ?> then) {
        String joined(At<?> next) {
            return table + " join " + next.table().name() + " " + next.alias() + " on " + next.column(resource.key())
                    + " = " + to;
        }
    }

    /** Returns the step that a derivation begins with, if it goes over links. */
    private @Nullable Step step(Derivation<?, ?> derivation, At<?> at) {
        if (derivation instanceof Derivation.Right<?, ?, ?> right) {
            Association<?, ?, ?, ?> way = right.association();
            SqlLinks links = tables.of(way);
            String alias = alias();
            return new Step(
                    links.name() + " " + alias,
                    alias + "." + links.left(),
                    alias + "." + links.right(),
                    at.column(way.left().key()),
                    way.oneRight() ? "" : " order by " + links.orderOfRights(alias) + " limit 1",
                    way.right(),
                    right.then());
        } else if (derivation instanceof Derivation.Left<?, ?, ?> left) {
            Association<?, ?, ?, ?> way = left.association();
            SqlLinks links = tables.of(way);
            String alias = alias();
            return new Step(
                    links.name() + " " + alias,
                    alias + "." + links.right(),
                    alias + "." + links.left(),
                    at.column(way.right().key()),
                    way.oneLeft() ? "" : " order by " + links.orderOfLefts(alias) + " limit 1",
                    way.left(),
                    left.then());
        }
        return null;
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
