package dev.dovetail.examples.telephony.coverage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Proves what an entry says of a list by the parameters of requests and what they found. */
final class ListProof {
    private ListProof() {}

    static Optional<Proof> of(Entry entry) {
        String part = entry.part(2);
        String column = entry.name();
        if (entry.part(3).isEmpty() && !part.matches("default_sort|search|sort")) {
            return Optional.empty();
        }
        return switch (part) {
            case "filter" -> Optional.of(seen -> isFilteredBy(entry, column, seen));
            case "sort" -> Optional.of(seen -> columns(entry).stream().allMatch(one -> isSortedBy(entry, one, seen)));
            case "search" -> Optional.of(seen -> isSearched(entry, part.equals(column) ? "" : column, seen));
            case "default_sort" -> Optional.of(seen -> isSortedByDefault(entry, seen));
            default -> Optional.empty();
        };
    }

    private static List<String> columns(Entry entry) {
        return entry.part(3).isEmpty()
                ? entry.file()
                        .root()
                        .at("/list/filter")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()
                : List.of(entry.name());
    }

    private static boolean any(Entry entry, Evidence seen, Predicate<Evidence.Exchange> of) {
        return entry.file()
                .root()
                .path("paths")
                .propertyStream()
                .filter(path -> path.getKey().endsWith("collection"))
                .flatMap(path -> seen.done("GET", path.getValue().asString()).stream())
                .anyMatch(of);
    }

    private static Optional<String> parameter(Evidence.Exchange exchange, String name) {
        return Pattern.compile("[?&]" + Pattern.quote(name) + "=([^&]*)")
                .matcher(exchange.path())
                .results()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static JsonNode items(Evidence.Exchange exchange) {
        return exchange.answered().path("items");
    }

    private static boolean isFilteredBy(Entry entry, String column, Evidence seen) {
        return any(
                entry,
                seen,
                one -> parameter(one, column).isPresent() && !items(one).isEmpty());
    }

    private static boolean isSortedBy(Entry entry, String column, Evidence seen) {
        return any(
                entry,
                seen,
                one -> parameter(one, "order").filter(column::equals).isPresent()
                        && items(one).size() > 1);
    }

    private static boolean isSearched(Entry entry, String column, Evidence seen) {
        return any(entry, seen, one -> {
            String term = parameter(one, "search").orElse("").toLowerCase(Locale.ROOT);
            return !term.isEmpty()
                    && items(one)
                            .valueStream()
                            .anyMatch(item -> !item.has(column)
                                    || item.get(column)
                                            .asString("")
                                            .toLowerCase(Locale.ROOT)
                                            .contains(term));
        });
    }

    private static boolean isSortedByDefault(Entry entry, Evidence seen) {
        return any(
                entry,
                seen,
                one -> parameter(one, "order").isEmpty()
                        && parameter(one, "direction").isEmpty()
                        && items(one).size() > 1
                        && ascends(items(one)
                                .valueStream()
                                .map(item -> item.path(entry.text()))
                                .toList()));
    }

    private static boolean ascends(List<JsonNode> values) {
        for (int i = 1; i < values.size(); i++) {
            JsonNode before = values.get(i - 1);
            JsonNode after = values.get(i);
            boolean ordered = before.isNumber()
                    ? before.asDouble() <= after.asDouble()
                    : before.asString("").compareToIgnoreCase(after.asString("")) <= 0;
            if (!ordered && !after.isNull()) {
                return false;
            }
        }
        return true;
    }
}
