package dev.dovetail.examples.telephony.userview;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.json.Naming;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the list of users as its clients know it: as text, without a value last, accented letters beside their base
 * letters, names and descriptions whatever their case. Without {@code order} the store sorts.
 */
final class UserPages {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> IGNORING_CASE = Set.of("firstname", "lastname", "fullname", "description");
    private static final Comparator<Optional<String>> EMPTY_LAST =
            Comparator.comparing((Optional<String> text) -> text.isEmpty()).thenComparing(text -> text.orElse(""));

    private static final Set<String> VIEWS_OF_LINES = Set.of("directory", "summary");

    private final CRUDService<User, Integer> users;

    UserPages(CRUDService<User, Integer> users) {
        this.users = users;
    }

    private record Sorted(User user, Optional<String> by) {}

    Page<User> page(Exchange exchange, CallContext call, Search<User> search) {
        String order = exchange.request().parameter("order").orElse("");
        String view = exchange.request().parameter("view").orElse("");
        Expression<User, ?> sort = sort(order, VIEWS_OF_LINES.contains(view)).orElse(null);
        if (sort == null) {
            return users.search(call, search);
        }
        List<User> all = users.search(call, search.unlimited()).items();
        List<? extends @Nullable Object> values =
                exchange.services().lookups().values(sort, all).get();
        List<Sorted> sorted = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            sorted.add(new Sorted(all.get(i), text(values.get(i), IGNORING_CASE.contains(order))));
        }
        Comparator<Sorted> ascending = Comparator.comparing(Sorted::by, EMPTY_LAST);
        sorted.sort(search.order().get(0).descending() ? ascending.reversed() : ascending);
        int from = (int) Math.min(search.offset(), sorted.size());
        int to = (int) Math.min((long) from + search.limit().orElse(Integer.MAX_VALUE), sorted.size());
        List<User> items = sorted.subList(from, to).stream().map(Sorted::user).toList();
        return Page.of(items, sorted.size());
    }

    /** What is found at lines sorts the views that are made of it, and no others. */
    private static Optional<Expression<User, ?>> sort(String order, boolean ofLines) {
        List<Expression<User, ?>> sorts = new ArrayList<>(Users.USERS.sorts());
        if (ofLines) {
            sorts.addAll(UserFinds.ALL);
        }
        return sorts.stream()
                .filter(one -> Naming.SNAKE_CASE.json(one.name()).equals(order))
                .findFirst();
    }

    private static Optional<String> text(@Nullable Object value, boolean ignoreCase) {
        if (value == null) {
            return Optional.empty();
        }
        String text = MARKS.matcher(Normalizer.normalize(Column.text(value), Normalizer.Form.NFD))
                .replaceAll("");
        String cased = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
        return Optional.of(cased).filter(shown -> !shown.isEmpty());
    }
}
