package dev.dovetail.http;

import com.google.common.base.Splitter;
import com.google.common.primitives.Primitives;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.style.QueryStyle;
import dev.dovetail.query.Comparison;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Names how the value of a filter is compared, appended to the filter's name after two underscores: {@code
 * price__gte=10}. The convention is that of Django's field lookups
 * (<a href="https://docs.djangoproject.com/en/5.2/ref/models/querysets/#field-lookups">reference</a>).
 */
enum FilterOperator {
    NE("Finds objects that have another value, or none.") {
        @Override
        <T> Criterion<T> of(Expression<T, ?> expression, Function<String, Object> value, String text) {
            return Criterion.not(new Criterion.Equal<>(expression, value.apply(text), false));
        }
    },
    IN("Finds objects that have one of these values, with commas between.") {
        @Override
        <T> Criterion<T> of(Expression<T, ?> expression, Function<String, Object> value, String text) {
            Set<Object> values = new LinkedHashSet<>();
            COMMA.split(text).forEach(one -> values.add(value.apply(one)));
            return new Criterion.In<>(expression, values);
        }
    },
    GT("Finds objects that have a greater value.", Comparison.GREATER_THAN),
    GTE("Finds objects that have this value or a greater one.", Comparison.AT_LEAST),
    LT("Finds objects that have a smaller value.", Comparison.LESS_THAN),
    LTE("Finds objects that have this value or a smaller one.", Comparison.AT_MOST),
    STARTSWITH("Finds objects whose value begins with this text.") {
        @Override
        @SuppressWarnings("unchecked") // offered for texts alone
        <T> Criterion<T> of(Expression<T, ?> expression, Function<String, Object> value, String text) {
            return Criterion.startsWith((Expression<T, String>) expression, text);
        }
    },
    CONTAINS("Finds objects whose value contains this text.") {
        @Override
        @SuppressWarnings("unchecked") // offered for texts alone
        <T> Criterion<T> of(Expression<T, ?> expression, Function<String, Object> value, String text) {
            return Criterion.contains((Expression<T, String>) expression, text);
        }
    },
    ICONTAINS("Finds objects whose value contains this text, in upper or lower case.") {
        @Override
        @SuppressWarnings("unchecked") // offered for texts alone
        <T> Criterion<T> of(Expression<T, ?> expression, Function<String, Object> value, String text) {
            return Criterion.containsIgnoringCase((Expression<T, String>) expression, text);
        }
    },
    ISNULL("Finds objects that have no value (true), or any (false).") {
        @Override
        <T> Criterion<T> of(Expression<T, ?> expression, Function<String, Object> value, String text) {
            Criterion<T> none = Criterion.isNull(expression);
            return Boolean.TRUE.equals(QueryStyle.parse(Boolean.class, text)) ? none : Criterion.not(none);
        }
    };

    private static final Splitter COMMA = Splitter.on(',');

    private final String summary;
    private final Comparison comparison;

    FilterOperator(String summary) {
        this(summary, Comparison.AT_LEAST);
    }

    FilterOperator(String summary, Comparison comparison) {
        this.summary = summary;
        this.comparison = comparison;
    }

    /** Returns the lookups that values of an expression's type have. */
    static List<FilterOperator> offered(Expression<?, ?> expression) {
        Class<?> type = Primitives.wrap(expression.type());
        List<FilterOperator> offered = new ArrayList<>(List.of(NE, IN));
        if (type == String.class) {
            offered.addAll(List.of(STARTSWITH, CONTAINS, ICONTAINS));
        }
        boolean ordered = Comparable.class.isAssignableFrom(type) && type != Boolean.class && !type.isEnum();
        if (ordered) {
            offered.addAll(List.of(GT, GTE, LT, LTE));
        }
        offered.add(ISNULL);
        return offered;
    }

    /** Returns the parameter that compares so. */
    String parameter(String filter) {
        return filter + "__" + name().toLowerCase(java.util.Locale.ROOT);
    }

    String summary() {
        return summary;
    }

    /** Returns what the parameter takes. */
    Schema schema(Expression<?, ?> expression) {
        return switch (this) {
            case ISNULL -> Schema.bool();
            case IN -> Schema.string();
            default -> JsonTypes.strict().schema(expression.type());
        };
    }

    /**
     * Returns the condition.
     *
     * @param value reads a value of the expression's type
     * @throws IllegalArgumentException if the text is no such value
     */
    <T> Criterion<T> of(Expression<T, ?> expression, Function<String, Object> value, String text) {
        return new Criterion.Bound<>(expression, comparison, value.apply(text));
    }
}
