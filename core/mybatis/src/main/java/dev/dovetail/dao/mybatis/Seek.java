package dev.dovetail.dao.mybatis;

import dev.dovetail.query.Cursor;
import dev.dovetail.query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes that rows come after a place in an order, so that an index on what is sorted by is entered at that place.
 *
 * <p>By row values where all columns are sorted alike and have no nulls; else spelled out, led by a bound of the first
 * column. An "or null" would keep the index from being entered: what lies among the nulls of the first column is a
 * search of its own. The method is that of M. Winand, "Paging through results"
 * (use-the-index-luke.com/sql/partial-results).
 */
final class Seek<T extends Record> {
    /** Writes one of the conditions which together stand for all that comes after the place. */
    interface Part {
        void write(Call<?> call);
    }

    private final SqlConditions<T> conditions;
    private final List<Order<T>> order;
    private final List<@Nullable Object> values;

    Seek(SqlConditions<T> conditions, List<Order<T>> order, Cursor cursor) {
        this.conditions = conditions;
        this.order = order;
        this.values = cursor.values();
    }

    /** Returns the conditions to search by one after the other, in the order of their rows. */
    List<Part> parts() {
        Order<T> first = order.get(0);
        if (!nullable(0)) {
            return List.of(call -> after(0, call));
        }
        String column = conditions.sorted(first);
        List<Part> parts = new ArrayList<>();
        if (values.get(0) == null) {
            parts.add(call -> {
                call.append(column).append(" is null and ");
                after(1, call);
            });
        } else {
            parts.add(call -> after(0, call));
        }
        boolean nullsFollow = !first.descending() && values.get(0) != null;
        boolean valuesFollow = first.descending() && values.get(0) == null;
        if (nullsFollow || valuesFollow) {
            parts.add(call -> call.append(column).append(nullsFollow ? " is null" : " is not null"));
        }
        return parts;
    }

    private boolean nullable(int i) {
        return conditions.mayBeNull(order.get(i).expression());
    }

    /** Writes that a row, alike in the columns before, comes after the place by this one and those that follow. */
    private void after(int i, Call<?> call) {
        if (isUniform(i)) {
            rowValues(i, call);
            return;
        }
        Order<T> by = order.get(i);
        String column = conditions.sorted(by);
        Object value = values.get(i);
        String sign = by.descending() ? " < ?" : " > ?";
        if (value == null) {
            call.append("(");
            same(column, i, call);
            call.append(by.descending() ? " or " + column + " is not null" : "").append(")");
            return;
        }
        if (i == 0) {
            call.append(column).append(by.descending() ? " <= ?" : " >= ?").append(" and ");
            conditions.bind(by, value, call);
        }
        call.append("(").append(column).append(sign);
        conditions.bind(by, value, call);
        call.append(nullable(i) && i > 0 && !by.descending() ? " or " + column + " is null" : "");
        if (i < order.size() - 1) {
            call.append(" or ");
            same(column, i, call);
        }
        call.append(")");
    }

    private void same(String column, int i, Call<?> call) {
        Object value = values.get(i);
        call.append("(").append(column).append(value == null ? " is null" : " = ?");
        if (value != null) {
            conditions.bind(order.get(i), value, call);
        }
        call.append(" and ");
        after(i + 1, call);
        call.append(")");
    }

    /** Returns whether row values can tell: sorted in one direction, and no null compared. */
    private boolean isUniform(int from) {
        for (int i = from; i < order.size(); i++) {
            boolean mayCompareNull = values.get(i) == null || (nullable(i) && i > 0);
            if (mayCompareNull || order.get(i).descending() != order.get(from).descending()) {
                return false;
            }
        }
        return true;
    }

    private void rowValues(int from, Call<?> call) {
        List<String> columns = new ArrayList<>();
        for (Order<T> by : order.subList(from, order.size())) {
            columns.add(conditions.sorted(by));
        }
        boolean one = columns.size() == 1;
        call.append(one ? columns.get(0) : "(" + String.join(", ", columns) + ")")
                .append(order.get(from).descending() ? " < " : " > ")
                .append(one ? "?" : "(?" + ", ?".repeat(columns.size() - 1) + ")");
        for (int i = from; i < order.size(); i++) {
            conditions.bind(order.get(i), Objects.requireNonNull(values.get(i)), call);
        }
    }
}
