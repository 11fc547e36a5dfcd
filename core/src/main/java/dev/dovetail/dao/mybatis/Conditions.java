package dev.dovetail.dao.mybatis;

import com.google.common.collect.Iterables;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.query.SearchText;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what a search asks for as SQL. Immutable. */
final class Conditions<T extends Record> {
    /** Stands between the texts of two columns, so that no term matches across (Unicode's UNIT SEPARATOR). */
    static final char SEPARATOR = '\u001F';

    private static final String NOTHING = "1 = 0";
    private static final int MANY = 64;
    private static final int LONGEST_ARRAY = 50_000;

    private final Resource<T, ?> resource;
    private final SqlTable<T> table;
    private final List<ColumnType> types;
    private final Dialect dialect;
    private final List<String> separatelySearched;

    Conditions(Resource<T, ?> resource, SqlTable<T> table, List<ColumnType> types, Dialect dialect) {
        this.resource = resource;
        this.table = table;
        this.types = types;
        this.dialect = dialect;
        this.separatelySearched = separatelySearched();
    }

    private List<String> separatelySearched() {
        List<String> columns = new ArrayList<>();
        for (Column<T, ?> column : resource.searchColumns()) {
            if (table.searchText() == null || isGenerated(column)) {
                columns.add("lower(cast(" + table.column(column) + " as varchar))");
            }
        }
        return columns;
    }

    private boolean isGenerated(Column<T, ?> column) {
        return resource.keyGenerated() && column.equals(resource.key());
    }

    /** Returns what the search text column of a row holds; null if the row has none of the values. */
    @Nullable
    String searchText(@Nullable Object[] values) {
        List<String> texts = new ArrayList<>();
        for (Column<T, ?> column : resource.searchColumns()) {
            Object value = values[column.index()];
            if (value != null && !isGenerated(column)) {
                texts.add(normalise(Column.text(value)));
            }
        }
        if (!resource.searchAlso().isEmpty()) {
            T row = resource.construct(values);
            for (Function<T, @Nullable String> also : resource.searchAlso()) {
                String text = also.apply(row);
                if (text != null) {
                    texts.add(normalise(text));
                }
            }
        }
        return texts.isEmpty() ? null : String.join(String.valueOf(SEPARATOR), texts);
    }

    private static String normalise(String text) {
        return SearchText.normalise(text).replace(SEPARATOR, ' ');
    }

    /** Writes {@code where …}, or nothing if every row is wanted. */
    void where(Search<T> search, Call<?> call) {
        boolean any = isAny(search.criterion());
        if (any && search.text().isEmpty()) {
            return;
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
    }

    private static boolean isAny(Criterion<?> criterion) {
        return criterion instanceof Criterion.And<?> and && and.criteria().isEmpty();
    }

    void write(Criterion<T> criterion, Call<?> call) {
        if (criterion instanceof Criterion.Equal<T> equal) {
            equal(equal, call);
        } else if (criterion instanceof Criterion.In<T> in) {
            in(in.column(), in.values(), call);
        } else if (criterion instanceof Criterion.Null<T> isNull) {
            call.append(table.column(isNull.column())).append(" is null");
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
        ColumnType type = types.get(equal.column().index());
        String column = table.column(equal.column());
        if (!fits(type, equal.value())) {
            call.append(NOTHING);
        } else if (equal.ignoreCase() && equal.value() instanceof String) {
            // Both sides lowered by the database, as the index that guards the unique does.
            call.append("lower(").append(column).append(") = lower(?)").with(type, equal.value());
        } else {
            call.append(column).append(" = ?").with(type, equal.value());
        }
    }

    private boolean fits(ColumnType type, Object value) {
        return type.javaType().isInstance(value) && !(value instanceof String text && !dialect.holds(text));
    }

    private void in(Column<T, ?> column, Collection<?> wanted, Call<?> call) {
        ColumnType type = types.get(column.index());
        List<Object> values = new ArrayList<>(wanted.size());
        for (Object value : wanted) {
            if (fits(type, value)) {
                values.add(value);
            }
        }
        in(table.column(column), type, values, call);
    }

    /**
     * Writes that a column has one of these values. Their number is rounded up, so that there are few texts; many are
     * arrays, since PostgreSQL takes 65,535 parameters at most (and H2 65,536 elements of an array).
     */
    static void in(String column, ColumnType type, Collection<?> values, Call<?> call) {
        if (values.isEmpty()) {
            call.append(NOTHING);
        } else if (values.size() == 1) {
            call.append(column).append(" = ?").with(type, values.iterator().next());
        } else if (values.size() > MANY && type.hasArrays()) {
            String or = "(";
            for (List<?> part : Iterables.partition(values, LONGEST_ARRAY)) {
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
        if (!dialect.holds(search.text()) || !resource.searchable()) {
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
        for (String column : separatelySearched) {
            call.append(or).append(column).append(" like ?").with(ColumnType.STRING, pattern);
            or = " or ";
        }
    }

    /** Returns the pattern of texts that contain a term; the backslash is what both databases escape by. */
    private static String like(String term, boolean wildcards) {
        String escaped = term.replace("\\", "\\\\");
        return "%" + (wildcards ? escaped : escaped.replace("%", "\\%").replace("_", "\\_")) + "%";
    }

    /** Writes {@code order by …}, or nothing if no order is asked for. */
    void orderBy(List<Order<T>> orders, Call<?> call) {
        String separator = " order by ";
        for (Order<T> order : orders) {
            Column<T, ?> column = order.column();
            call.append(separator).append(table.column(column)).append(order.descending() ? " desc" : "");
            if (resource.mayBeNull(column) && !column.equals(resource.key())) {
                call.append(order.descending() ? " nulls first" : " nulls last");
            }
            separator = ", ";
        }
    }
}
