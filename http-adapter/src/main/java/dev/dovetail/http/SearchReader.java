package dev.dovetail.http;

import com.google.common.base.Splitter;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import dev.dovetail.http.style.QueryStyle;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the search that a query asks for: {@code search}, {@code order}, {@code direction}, {@code limit},
 * {@code offset}, {@code recurse}, and exact filters by the names of columns. Of repeated parameters the
 * first counts. Thread-safe.
 */
final class SearchReader<T extends Record> {
    private static final Splitter COMMA = Splitter.on(',');

    private final Resource<T, ?> resource;
    private final SearchOptions options;
    private final QueryStyle style;
    private final boolean compares;
    private final Map<String, Function<String, Criterion<T>>> filters = new LinkedHashMap<>();
    private final Map<String, Expression<T, ?>> sorts = new LinkedHashMap<>();
    private final Map<String, Schema> filterSchemas = new LinkedHashMap<>();
    private final Map<String, String> summaries = new LinkedHashMap<>();

    SearchReader(
            Representation<T> representation,
            SearchOptions options,
            ApiStyle style,
            Map<String, Function<String, Criterion<T>>> ownFilters,
            Map<String, Expression<T, ?>> ownSorts) {
        this.resource = representation.resource();
        this.options = options;
        this.style = style.queries();
        this.compares = style.features().contains(Feature.COMPARISONS);
        Naming naming = representation.naming();
        for (Expression<T, ?> filter : resource.filters()) {
            String name = naming.json(filter.name());
            filters.put(name, text -> this.style.equal(resource, filter, name, text));
            filterSchemas.put(name, JsonTypes.strict().schema(filter.type()));
            if (compares) {
                lookups(filter, name);
            }
        }
        filters.putAll(ownFilters);
        ownFilters.keySet().forEach(name -> filterSchemas.put(name, Schema.string()));
        resource.sorts().forEach(sort -> sorts.put(naming.json(sort.name()), sort));
        sorts.putAll(ownSorts);
    }

    private void lookups(Expression<T, ?> filter, String name) {
        for (FilterOperator lookup : FilterOperator.offered(filter)) {
            String parameter = lookup.parameter(name);
            filters.put(parameter, text -> lookUp(lookup, filter, parameter, text));
            filterSchemas.put(parameter, lookup.schema(filter));
            summaries.put(parameter, lookup.summary());
        }
    }

    private Criterion<T> lookUp(FilterOperator lookup, Expression<T, ?> filter, String parameter, String text) {
        try {
            return lookup.of(filter, value -> QueryStyle.parse(filter.type(), value), text);
        } catch (IllegalArgumentException e) {
            throw Errors.wrongType(
                            resource.name(),
                            Path.of(parameter),
                            QueryStyle.word(lookup == FilterOperator.ISNULL ? boolean.class : filter.type()))
                    .toException();
        }
    }

    /** Returns the parameters that a query may have. */
    List<Description.Parameter> parameters() {
        boolean bounded = options.maxLimit() < Integer.MAX_VALUE;
        Schema positive = Schema.integer().with("minimum", 1);
        Schema limit = bounded ? positive.with("maximum", options.maxLimit()) : positive;
        List<Description.Parameter> all = new ArrayList<>(List.of(
                new Description.Parameter(
                        "search", Schema.string(), "Finds objects that hold this text, whatever its case and accents."),
                orderParameter(),
                new Description.Parameter(
                        "direction", Schema.oneOf(List.of("asc", "desc")).with("default", "asc"), "How to sort."),
                new Description.Parameter(
                        "limit",
                        options.defaultLimit() < Integer.MAX_VALUE
                                ? limit.with("default", options.defaultLimit())
                                : limit,
                        bounded
                                ? "The size of the page; more than " + options.maxLimit() + " is cut to that."
                                : "The size of the page."),
                new Description.Parameter(
                        "offset", Schema.integer().with("minimum", 0).with("default", 0), "How many to skip."),
                new Description.Parameter(
                        "recurse",
                        Schema.bool().with("default", false),
                        "Whether to find objects of the tenants below as well.")));
        filterSchemas.forEach((name, schema) -> {
            if (all.stream().noneMatch(known -> known.name().equals(name))) {
                String summary = summaries.getOrDefault(name, "Finds objects that have this value.");
                all.add(new Description.Parameter(name, schema, summary));
            }
        });
        return all;
    }

    private Description.Parameter orderParameter() {
        Schema one = Schema.oneOf(List.copyOf(sorts.keySet()));
        if (!compares) {
            return new Description.Parameter("order", one, "What to sort by.");
        }
        String column = "-?(" + String.join("|", sorts.keySet()) + ")";
        return new Description.Parameter(
                "order",
                Schema.string().with("pattern", "^" + column + "(," + column + ")*$"),
                "What to sort by, with commas between; - in front turns the direction round: "
                        + String.join(", ", sorts.keySet()) + ".");
    }

    /** Returns the call confined to the tenant that it works in, unless the query asks for those below as well. */
    CallContext scope(Exchange exchange) {
        boolean all = FlagParameters.given(exchange, "recurse", resource.name());
        CallContext call = exchange.call();
        return all ? call : call.in(call.scope().narrow());
    }

    Search<T> read(Exchange exchange) {
        Request request = exchange.request();
        Integer limit = NumberParameters.of(exchange, "limit", resource.name());
        Integer offset = NumberParameters.of(exchange, "offset", resource.name());
        if (limit != null && limit == 0) {
            throw fault("limit", "query-positive", Details.none(), "0 (expected: > 0)");
        }
        Search<T> search = Search.all();
        for (Order<T> order : orders(request)) {
            search = search.by(order);
        }
        int most = limit == null ? options.defaultLimit() : Math.min(limit, options.maxLimit());
        if (most < Integer.MAX_VALUE) {
            search = search.limit(most);
        }
        if (offset != null) {
            search = search.offset(offset);
        }
        String text = request.parameter("search").orElse("");
        search = style.text(search, text);
        for (String parameter : request.query().keySet()) {
            Function<String, Criterion<T>> filter = filters.get(parameter);
            if (filter != null) {
                search = search.and(filter.apply(request.parameter(parameter).orElse("")));
            }
        }
        return search;
    }

    /** Returns what is sorted by: {@code order=name,-age}; {@code direction=desc} turns all of it round. */
    private List<Order<T>> orders(Request request) {
        String direction = request.parameter("direction").orElse("asc");
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw fault("direction", "query-direction", Details.of("value", direction), "expected: asc or desc");
        }
        boolean turned = direction.equals("desc");
        String order = request.parameter("order").orElse("");
        if (order.isEmpty()) {
            return List.of(new Order<>(resource.defaultSort(), turned));
        }
        if (!compares) {
            return List.of(new Order<>(sort(order, order), turned));
        }
        Map<String, Order<T>> orders = new LinkedHashMap<>();
        for (String name : COMMA.split(order)) {
            boolean descending = name.startsWith("-");
            String column = descending ? name.substring(1) : name;
            orders.putIfAbsent(column, new Order<>(sort(column, order), descending != turned));
        }
        return List.copyOf(orders.values());
    }

    private Expression<T, ?> sort(String name, String order) {
        Expression<T, ?> sort = sorts.get(name);
        if (sort == null) {
            throw fault(
                    "order",
                    "query-column",
                    Details.of("value", order),
                    "unknown (expected: one of " + String.join(", ", sorts.keySet()) + ")");
        }
        return sort;
    }

    private DovetailException fault(
            String parameter, String code, Map<String, @Nullable Object> details, String message) {
        return Errors.invalid(resource.name(), Path.of(parameter), code, details, message)
                .toException();
    }
}
