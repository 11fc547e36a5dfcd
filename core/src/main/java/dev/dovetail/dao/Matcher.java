package dev.dovetail.dao;

import dev.dovetail.query.Criterion;
import dev.dovetail.query.Cursor;
import dev.dovetail.query.Keyset;
import dev.dovetail.query.Order;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.query.SearchText;
import dev.dovetail.query.Total;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.value.StoredValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers searches over rows that a store has at hand: what matches, in what order, which page of it.
 *
 * <p>For stores that keep their rows in this process, or read them whole; others translate the {@link Criterion} for
 * their database and hold to what is decided here. For one answer, as the {@link Lookups} it finds derived values by.
 * Not thread-safe.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Matcher<T extends Record> {
    private final Resource<T, ?> resource;
    private final Lookups lookups;

    private Matcher(Resource<T, ?> resource, Lookups lookups) {
        this.resource = resource;
        this.lookups = lookups;
    }

    /**
     * Returns a matcher of the rows of a resource.
     *
     * @param daos the DAOs of the same store, by which values are found that lie with other resources
     */
    public static <T extends Record> Matcher<T> of(Resource<T, ?> resource, Daos daos) {
        return new Matcher<>(resource, Lookups.in(daos));
    }

    /**
     * Returns the page that a search asks for.
     *
     * @param rows all rows, in the order of their keys; not kept
     */
    public Page<T> page(Search<T> search, Collection<T> rows) {
        Keyset<T> keyset = Keyset.of(resource, search);
        Predicate<T> text = text(search);
        boolean inOrder = isByKey(keyset);
        long wanted =
                inOrder && search.total() == Total.SKIPPED && search.after().isEmpty()
                        ? search.offset() + search.limit().orElse(Integer.MAX_VALUE) + 1
                        : Long.MAX_VALUE;
        List<T> found = new ArrayList<>();
        for (T row : rows) {
            if (found.size() >= wanted) {
                break;
            }
            if (matches(search.criterion(), row) && text.test(row)) {
                found.add(row);
            }
        }
        for (int i = keyset.order().size() - 1; i >= 0 && !inOrder; i--) {
            found.sort(comparator(keyset.order().get(i)));
        }
        int from = search.after().map(cursor -> past(keyset, cursor, found)).orElseGet(() ->
                (int) Math.min(search.offset(), found.size()));
        int to = (int) Math.min((long) from + search.limit().orElse(Integer.MAX_VALUE), found.size());
        List<T> items = found.subList(from, to);
        boolean more = to < found.size() && !items.isEmpty();
        OptionalLong total = found.size() < wanted ? OptionalLong.of(found.size()) : OptionalLong.empty();
        return Page.of(items, total, more ? keyset.after(items.get(items.size() - 1)) : null);
    }

    /** Returns whether an order is the one that the rows are in. */
    private boolean isByKey(Keyset<T> keyset) {
        List<Order<T>> order = keyset.order();
        return order.isEmpty() || order.get(0).equals(Order.ascending(resource.key()));
    }

    /** Returns how many of the sorted rows lie before a cursor, or at it. */
    private static <T> int past(Keyset<T> keyset, Cursor cursor, List<T> sorted) {
        int past = 0;
        while (past < sorted.size() && compare(keyset, sorted.get(past), cursor) <= 0) {
            past++;
        }
        return past;
    }

    private static <T> int compare(Keyset<T> keyset, T row, Cursor cursor) {
        for (int i = 0; i < keyset.order().size(); i++) {
            Order<T> order = keyset.order().get(i);
            Column<T, ?> column = (Column<T, ?>) order.expression();
            int compared = Values.compare(column.get(row), cursor.values().get(i));
            if (compared != 0) {
                return order.descending() ? -compared : compared;
            }
        }
        return 0;
    }

    /** Returns the comparator of an order. */
    public Comparator<T> comparator(Order<T> order) {
        Comparator<T> ascending = (one, other) ->
                Values.compare(lookups.value(order.expression(), one), lookups.value(order.expression(), other));
        return order.descending() ? ascending.reversed() : ascending;
    }

    /** Returns whether a row matches a criterion. */
    public boolean matches(Criterion<T> criterion, T row) {
        if (criterion instanceof Criterion.Equal<T> equal) {
            return equal(equal, lookups.value(equal.expression(), row));
        } else if (criterion instanceof Criterion.In<T> in) {
            Object value = lookups.value(in.expression(), row);
            return value != null && in.values().contains(StoredValues.comparable(value));
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
        return value != null && equal.value().equals(StoredValues.comparable(value));
    }

    /** Returns what finds a search's text in one of the texts of a row. */
    private Predicate<T> text(Search<T> search) {
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
