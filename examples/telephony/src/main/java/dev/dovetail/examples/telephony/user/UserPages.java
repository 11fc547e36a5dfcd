package dev.dovetail.examples.telephony.user;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.http.Exchange;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

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
        Function<User, Object> value = value(order);
        if (value == null) {
            return users.search(call, search);
        }
        Comparator<User> comparator =
                Comparator.comparing(user -> text(value.apply(user), IGNORING_CASE.contains(order)), EMPTY_LAST);
        boolean descending = search.order().get(0).descending();
        List<User> all = new ArrayList<>(users.search(call, search.unlimited()).items());
        all.sort(descending ? comparator.reversed() : comparator);
        int from = (int) Math.min(search.offset(), all.size());
        int to = (int) Math.min((long) from + search.limit().orElse(Integer.MAX_VALUE), all.size());
        return new Page<>(all.subList(from, to), all.size());
    }

    private static @org.jspecify.annotations.Nullable Function<User, Object> value(String order) {
        if (order.equals("fullname")) {
            return User::fullname;
        }
        Column<User, ?> column = Users.USERS.sortColumns().stream()
                .filter(one -> dev.dovetail.http.json.Naming.SNAKE_CASE
                        .json(one.name())
                        .equals(order))
                .findFirst()
                .orElse(null);
        return column == null ? null : user -> Optional.<Object>ofNullable(column.get(user));
    }

    private static Optional<String> text(Object value, boolean ignoreCase) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present == null) {
            return Optional.empty();
        }
        String text = MARKS.matcher(Normalizer.normalize(Column.text(present), Normalizer.Form.NFD))
                .replaceAll("");
        String cased = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
        return Optional.of(cased).filter(shown -> !shown.isEmpty());
    }
}
