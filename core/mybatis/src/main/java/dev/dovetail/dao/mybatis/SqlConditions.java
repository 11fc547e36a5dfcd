package dev.dovetail.dao.mybatis;

import com.google.common.collect.Lists;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.query.SearchText;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.value.UnicodeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes what a search asks for as SQL. Immutable. */
final class SqlConditions<T extends Record> {
    /** Stands between the texts of two columns, so that no term matches across (Unicode's UNIT SEPARATOR). */
    static final char SEPARATOR = '\u001F';

    private static final String NOTHING = "1 = 0";
    private static final int MANY = 64;
    private static final int LONGEST_ARRAY = 50_000;

    private record Written(String sql, ColumnType type) {}

    private final Resource<T, ?> resource;
    private final SqlTable<T> table;
    private final DatabaseSchema schema;
    private final Dialect dialect;
    private final Map<Expression<T, ?>, Written> written = new ConcurrentHashMap<>();
    private final List<Expression<T, ?>> separatelySearched;

    SqlConditions(Resource<T, ?> resource, SqlTable<T> table, DatabaseSchema schema) {
        this.resource = resource;
        this.table = table;
        this.schema = schema;
        this.dialect = schema.dialect();
        this.separatelySearched = resource.searched().stream()
                .filter(each -> !isInSearchText(each))
                .toList();
    }

    /**
     * Returns whether the search text column holds the value; a key that is not known yet and what others hold is not
     * in it.
     */
    private boolean isInSearchText(Expression<T, ?> expression) {
        return table.searchText() != null
                && (expression instanceof Column<T, ?> column ? !isGenerated(column) : SqlTable.isOwn(expression));
    }

    private boolean isGenerated(Column<T, ?> column) {
        return resource.keyGenerated() && column.equals(resource.key());
    }

    private Written written(Expression<T, ?> expression) {
        return written.computeIfAbsent(
                expression,
                each -> new Written(
                        each instanceof Column<T, ?> column
                                ? table.column(column)
                                : new DerivationSql(schema.tables()).sql((Derived<T, ?>) each, table),
                        schema.type(each)));
    }

    private String sql(Expression<T, ?> expression) {
        return written(expression).sql();
    }

    /** Returns what the search text column of a row holds; null if the row has none of the values. */
    @Nullable
    String searchText(@Nullable Object[] values) {
        List<String> texts = new ArrayList<>();
        T row = null;
        for (Expression<T, ?> expression : resource.searched()) {
            Object value = null;
            if (expression instanceof Column<T, ?> column) {
                value = isGenerated(column) ? null : values[column.index()];
            } else if (((Derived<T, ?>) expression).derivation() instanceof Derivation.Own<T, ?> own) {
                row = row == null ? resource.construct(values) : row;
                value = own.function().apply(row);
            }
            if (value != null) {
                texts.add(normalise(Column.text(value)));
            }
        }
        return texts.isEmpty() ? null : String.join(String.valueOf(SEPARATOR), texts);
    }

    private static String normalise(String text) {
        return SearchText.normalise(text).replace(SEPARATOR, ' ');
    }

    /**
     * Writes {@code where …}, or nothing if every row is wanted.
     *
     * @return what to write before a further condition
     */
    String where(Search<T> search, Call<?> call) {
        boolean any = isAny(search.criterion());
        if (any && search.text().isEmpty()) {
            return " where ";
        }
        call.append(" where ");
        if (!any) {
            write(search.criterion(), call);
        }
        if (!search.text().isEmpty()) {
            call.append(any ? "(" : " and (");
            text(search, call);
            call.append(")");
        }
        return " and ";
    }

    /** Returns a column as it is sorted by and compared to a place in that order. */
    String sorted(Order<T> order) {
        return sql(order.expression());
    }

    /** Binds a value of a column to the next parameter. */
    void bind(Order<T> order, @Nullable Object value, Call<?> call) {
        call.with(written(order.expression()).type(), value);
    }

    private static boolean isAny(Criterion<?> criterion) {
        return criterion instanceof Criterion.And<?> and && and.criteria().isEmpty();
    }

    void write(Criterion<T> criterion, Call<?> call) {
        if (criterion instanceof Criterion.Equal<T> equal) {
            equal(equal, call);
        } else if (criterion instanceof Criterion.In<T> in) {
            in(in.expression(), in.values(), call);
        } else if (criterion instanceof Criterion.Bound<T> bound) {
            bound(bound, call);
        } else if (criterion instanceof Criterion.Contains<T> contains) {
            contains(contains, call);
        } else if (criterion instanceof Criterion.Null<T> isNull) {
            call.append(sql(isNull.expression())).append(" is null");
        } else if (criterion instanceof Criterion.Not<T> not) {
            call.append("(");
            write(not.criterion(), call);
            call.append(") is not true");
        } else if (criterion instanceof Criterion.And<T> and) {
            joined(and.criteria(), " and ", "1 = 1", call);
        } else if (criterion instanceof Criterion.Or<T> or) {
            call.append("(");
            joined(or.criteria(), " or ", NOTHING, call);
            call.append(")");
        }
    }

    private void joined(List<Criterion<T>> criteria, String by, String ifNone, Call<?> call) {
        if (criteria.isEmpty()) {
            call.append(ifNone);
        }
        for (int i = 0; i < criteria.size(); i++) {
            call.append(i == 0 ? "" : by);
            write(criteria.get(i), call);
        }
    }

    private void equal(Criterion.Equal<T> equal, Call<?> call) {
        ColumnType type = written(equal.expression()).type();
        if (!fits(type, equal.value())) {
            call.append(NOTHING);
        } else if (equal.ignoreCase() && equal.value() instanceof String) {
            // Both sides lowered by the database, as the index that guards the unique does.
            test(
                    equal.expression(),
                    call,
                    value -> call.append("lower(" + value + ") = lower(?)").with(type, equal.value()));
        } else {
            test(equal.expression(), call, value -> call.append(value + " = ?").with(type, equal.value()));
        }
    }

    private void bound(Criterion.Bound<T> bound, Call<?> call) {
        ColumnType type = written(bound.expression()).type();
        if (fits(type, bound.value())) {
            String sign = " " + bound.comparison().sign() + " ?";
            test(
                    bound.expression(),
                    call,
                    value -> call.append(type.isText() ? dialect.byCodePoint(value) : value)
                            .append(sign)
                            .with(type, bound.value()));
        } else {
            call.append(NOTHING);
        }
    }

    private void contains(Criterion.Contains<T> wanted, Call<?> call) {
        if (!UnicodeText.isSound(wanted.text())) {
            call.append(NOTHING);
            return;
        }
        String pattern = (wanted.atStart() ? "" : "%") + escaped(wanted.text()) + "%";
        test(
                wanted.expression(),
                call,
                value -> call.append(wanted.ignoreCase() ? "lower(" + value + ") like lower(?)" : value + " like ?")
                        .with(ColumnType.STRING, pattern));
    }

    /** Writes a condition on a column, or on what a way leads to. */
    private void test(Expression<T, ?> expression, Call<?> call, DerivationSql.Test test) {
        if (expression instanceof Derived<T, ?> derived) {
            new DerivationSql(schema.tables()).where(derived, table, call, test);
        } else {
            test.write(sql(expression));
        }
    }

    private boolean fits(ColumnType type, Object value) {
        return type.javaType().isInstance(value) && !(value instanceof String text && !UnicodeText.isSound(text));
    }

    private void in(Expression<T, ?> expression, Collection<?> wanted, Call<?> call) {
        ColumnType type = written(expression).type();
        List<Object> values = new ArrayList<>(wanted.size());
        for (Object value : wanted) {
            if (fits(type, value)) {
                values.add(value);
            }
        }
        test(expression, call, value -> in(value, type, values, call));
    }

    /**
     * Writes that a column has one of these values. Their number is rounded up, so that there are few texts; many are
     * arrays, since PostgreSQL takes 65,535 parameters at most (and H2 65,536 elements of an array).
     */
    static void in(String column, ColumnType type, Collection<?> values, Call<?> call) {
        if (values.isEmpty()) {
            call.append(NOTHING);
        } else if (values.size() == 1 && !call.hasArrays()) {
            call.append(column).append(" = ?").with(type, values.iterator().next());
        } else if ((values.size() > MANY || call.hasArrays()) && type.hasArrays()) {
            String or = "(";
            for (List<?> part : Lists.partition(List.copyOf(values), LONGEST_ARRAY)) {
                call.append(or).append(column).append(" = any(?)").with(type.array(), part);
                or = " or ";
            }
            call.append(")");
        } else {
            int size = Integer.highestOneBit(values.size() - 1) << 1;
            call.append(column).append(" in (?").append(", ?".repeat(size - 1)).append(")");
            Object first = values.iterator().next();
            for (int i = values.size(); i < size; i++) {
                call.with(type, first);
            }
            values.forEach(value -> call.with(type, value));
        }
    }

    private void text(Search<T> search, Call<?> call) {
        if (!UnicodeText.isSound(search.text()) || resource.searched().isEmpty()) {
            call.append(NOTHING);
            return;
        }
        String term = normalise(search.text());
        String or = "";
        if (table.searchText() != null) {
            if (search.wildcards()) {
                call.append(dialect.matches(table.searchText()))
                        .with(ColumnType.STRING, dialect.regex(term, SEPARATOR));
            } else {
                call.append(table.searchText()).append(" like ?").with(ColumnType.STRING, like(term, false));
            }
            or = " or ";
        }
        String pattern =
                like(table.searchText() == null ? search.text().toLowerCase(Locale.ROOT) : term, search.wildcards());
        if (or.isEmpty() && separatelySearched.isEmpty()) {
            call.append(NOTHING);
        }
        boolean folded = table.searchText() != null && term.chars().anyMatch(Character::isLetter);
        for (Expression<T, ?> expression : separatelySearched) {
            call.append(or);
            test(expression, call, value -> {
                String text = "lower(cast(" + value + " as varchar))";
                call.append(folded && mayHaveAccents(expression) ? dialect.folded(text) : text)
                        .append(" like ?")
                        .with(ColumnType.STRING, pattern);
            });
            or = " or ";
        }
    }

    private static boolean mayHaveAccents(Expression<?, ?> expression) {
        return expression.type() == String.class && !(expression instanceof Derived<?, ?> derived && derived.isAscii());
    }

    /** Returns the pattern of texts that contain a term; the backslash is what both databases escape by. */
    private static String like(String term, boolean wildcards) {
        return "%" + (wildcards ? term.replace("\\", "\\\\") : escaped(term)) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Writes {@code order by …}, or nothing if no order is asked for. */
    void orderBy(List<Order<T>> orders, Call<?> call) {
        String separator = " order by ";
        for (Order<T> order : orders) {
            call.append(separator).append(sql(order.expression())).append(order.descending() ? " desc" : "");
            if (mayBeNull(order.expression())) {
                call.append(order.descending() ? " nulls first" : " nulls last");
            }
            separator = ", ";
        }
    }

    boolean mayBeNull(Expression<T, ?> expression) {
        return !(expression instanceof Column<T, ?> column)
                || (resource.mayBeNull(column) && !column.equals(resource.key()));
    }
}
