package dev.dovetail.dao.memory;

import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.query.SearchText;
import dev.dovetail.resource.Resource;
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
        return criterion instanceof Criterion.And<T> and
                ? and.criteria().stream().allMatch(each -> matches(each, row))
                : ((Criterion.Or<T>) criterion).criteria().stream().anyMatch(each -> matches(each, row));
    }

    private static boolean equal(Criterion.Equal<?> equal, @Nullable Object value) {
        if (value instanceof String text && equal.ignoreCase()) {
            return text.toLowerCase(Locale.ROOT).equals(equal.value().toString().toLowerCase(Locale.ROOT));
        }
        return equal.value().equals(value);
    }

    /** Returns what finds a search's text in one of the texts of a row. */
    static <T extends Record> Predicate<T> text(Search<T> search, Resource<T, ?> resource) {
        if (search.text().isEmpty()) {
            return row -> true;
        }
        String term = SearchText.normalise(search.text());
        Predicate<String> contains = search.wildcards() ? pattern(term).asPredicate() : text -> text.contains(term);
        return row ->
                resource.searchTexts(row).stream().map(SearchText::normalise).anyMatch(contains);
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
