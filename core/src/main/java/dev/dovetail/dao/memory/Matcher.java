package dev.dovetail.dao.memory;

import dev.dovetail.dao.Lookups;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.query.SearchText;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether rows match a criterion or a search text. */
final class Matcher {
    private final Lookups lookups;

    Matcher(Lookups lookups) {
        this.lookups = lookups;
    }

    <T> boolean matches(Criterion<T> criterion, T row) {
        if (criterion instanceof Criterion.Equal<T> equal) {
            return equal(equal, lookups.value(equal.expression(), row));
        } else if (criterion instanceof Criterion.In<T> in) {
            Object value = lookups.value(in.expression(), row);
            return value != null && in.values().contains(value);
        } else if (criterion instanceof Criterion.Bound<T> bound) {
            Object value = lookups.value(bound.expression(), row);
            return value != null && bound.comparison().accepts(Values.compare(value, bound.value()));
        } else if (criterion instanceof Criterion.Contains<T> contains) {
            return contains(contains, lookups.value(contains.expression(), row));
        } else if (criterion instanceof Criterion.Null<T> isNull) {
            return lookups.value(isNull.expression(), row) == null;
        } else if (criterion instanceof Criterion.Not<T> not) {
            return !matches(not.criterion(), row);
        }
        return criterion instanceof Criterion.And<T> and
                ? and.criteria().stream().allMatch(each -> matches(each, row))
                : ((Criterion.Or<T>) criterion).criteria().stream().anyMatch(each -> matches(each, row));
    }

    private static boolean contains(Criterion.Contains<?> wanted, @Nullable String value) {
        if (value == null) {
            return false;
        }
        String text = wanted.ignoreCase() ? wanted.text().toLowerCase(Locale.ROOT) : wanted.text();
        String cased = wanted.ignoreCase() ? value.toLowerCase(Locale.ROOT) : value;
        return wanted.atStart() ? cased.startsWith(text) : cased.contains(text);
    }

    private static boolean equal(Criterion.Equal<?> equal, @Nullable Object value) {
        if (value instanceof String text && equal.ignoreCase()) {
            return text.toLowerCase(Locale.ROOT).equals(equal.value().toString().toLowerCase(Locale.ROOT));
        }
        return equal.value().equals(value);
    }

    /** Returns what finds a search's text in one of the texts of a row. */
    <T extends Record> Predicate<T> text(Search<T> search, Resource<T, ?> resource) {
        if (search.text().isEmpty()) {
            return row -> true;
        }
        String term = SearchText.normalise(search.text());
        Predicate<String> contains = search.wildcards() ? pattern(term).asPredicate() : text -> text.contains(term);
        return row -> {
            for (Expression<T, ?> expression : resource.searched()) {
                Object value = lookups.value(expression, row);
                if (value != null && contains.test(SearchText.normalise(Column.text(value)))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Pattern pattern(String term) {
        StringBuilder regex = new StringBuilder();
        term.codePoints()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
