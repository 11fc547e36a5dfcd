package dev.dovetail.dao.memory;

import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.query.SearchText;
import dev.dovetail.resource.Column;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether rows match a criterion or a search text. */
final class Matcher {
    private Matcher() {}

    static <T> boolean matches(Criterion<T> criterion, T row) {
        if (criterion instanceof Criterion.Equal<T> equal) {
            return equal(equal, equal.column().get(row));
        } else if (criterion instanceof Criterion.In<T> in) {
            Object value = in.column().get(row);
            return value != null && in.values().contains(value);
        } else if (criterion instanceof Criterion.Null<T> isNull) {
            return isNull.column().get(row) == null;
        } else if (criterion instanceof Criterion.Not<T> not) {
            return !matches(not.criterion(), row);
        }
        for (Criterion<T> each : ((Criterion.And<T>) criterion).criteria()) {
            if (!matches(each, row)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Criterion.Equal<?> equal, @Nullable Object value) {
        if (value instanceof String text && equal.ignoreCase()) {
            return text.toLowerCase(Locale.ROOT).equals(equal.value().toString().toLowerCase(Locale.ROOT));
        }
        return equal.value().equals(value);
    }

    /** Returns what finds a search's text in one of the columns. */
    static <T> Predicate<T> text(Search<T> search, List<Column<T, ?>> columns) {
        if (search.text().isEmpty()) {
            return row -> true;
        }
        String term = SearchText.normalise(search.text());
        Predicate<String> contains = search.wildcards() ? pattern(term).asPredicate() : text -> text.contains(term);
        return row -> {
            for (Column<T, ?> column : columns) {
                Object value = column.get(row);
                if (value != null && contains.test(SearchText.normalise(Column.text(value)))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Pattern pattern(String term) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            regex.append(
                    switch (c) {
                        case '%' -> ".*";
                        case '_' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
