package dev.dovetail.examples.telephony.user;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Lookups;
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

    private final CRUDService<User, Integer> users;

    UserPages(CRUDService<User, Integer> users) {
        this.users = users;
    }

    Page<User> page(Exchange exchange, CallContext call, Search<User> search) {
        String order = exchange.request().parameter("order").orElse("");
        Expression<User, ?> sort = sort(order).orElse(null);
        if (sort == null) {
            return users.search(call, search);
        }
        Lookups lookups = exchange.services().lookups();
        Comparator<User> comparator = Comparator.comparing(
                user -> text(lookups.value(sort, user), IGNORING_CASE.contains(order)), EMPTY_LAST);
        boolean descending = search.order().get(0).descending();
        List<User> all = new ArrayList<>(users.search(call, search.unlimited()).items());
        all.sort(descending ? comparator.reversed() : comparator);
        int from = (int) Math.min(search.offset(), all.size());
        int to = (int) Math.min((long) from + search.limit().orElse(Integer.MAX_VALUE), all.size());
        return new Page<>(all.subList(from, to), all.size());
    }

    private static Optional<Expression<User, ?>> sort(String order) {
        return Users.USERS.sorts().stream()
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
