package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.header.Preference;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Representation;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Serves a collection: GET searches, POST creates. Thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class ListResource<T extends Record, K> {
    private final CRUDService<T, K> service;
    private final Compound<T, K> compound;
    private final Representation<T> representation;
    private final Map<String, Representation<T>> views;
    private final SearchReader<T> searches;
    private final Bodies bodies;
    private final String path;
    private final Pager<T> pager;
    private final Paging<T> paging;
    private final Column<T, ?> location;
    private final Conditional<T, K> conditional;

    ListResource(CRUDService<T, K> service, Compound<T, K> compound, Bodies bodies, ResourceRoutes<T, K> options) {
        this.service = service;
        this.compound = compound;
        this.representation = compound.representation();
        this.views = Map.copyOf(options.views());
        this.bodies = bodies;
        this.searches = options.searches(representation);
        this.path = options.path();
        this.pager = options.pager(service);
        this.paging = options.paging();
        this.location = options.location();
        this.conditional = options.conditional();
    }

    /**
     * Finds the page of a search; the service does unless another one is given.
     *
     * @param <T> the model record
     */
    @FunctionalInterface
    public interface Pager<T> {
        /** Returns the page; {@code call} is confined to the tenants that the list is to show. */
        Page<T> page(Exchange exchange, CallContext call, Search<T> search);
    }

    /**
     * Answers GET: 200 with the page, {@code {"total": n, "items": [...]}}, without a total if nobody has counted.
     */
    public Response search(Exchange exchange) {
        CallContext call = searches.scope(exchange);
        Representation<T> shown = Inclusion.of(exchange, view(exchange));
        Search<T> search = paging.read(exchange.request(), searches.read(exchange));
        Page<T> page = pager.page(exchange, call, search);
        return paging.linked(exchange.request(), search, page, bodies.page(page, shown, exchange.rendering()));
    }

    private Representation<T> view(Exchange exchange) {
        String name = exchange.request().parameter("view").orElse("");
        if (name.isEmpty() || views.isEmpty()) {
            return representation;
        }
        Representation<T> view = views.get(name);
        if (view == null) {
            throw Errors.invalid(
                            service.resource().name(),
                            Path.of("view"),
                            "query-view",
                            Details.of("value", name),
                            "unknown (expected: one of " + String.join(", ", new TreeSet<>(views.keySet())) + ")")
                    .toException();
        }
        return view;
    }

    /** Answers POST: 201 with the object and its location. */
    public Response create(Exchange exchange) {
        Body<T> body = representation.read(bodies.read(exchange.request()), true);
        Creation<T> creation = compound.create(exchange, exchange.call(), body);
        String key = Objects.requireNonNull(location.get(creation.row())).toString();
        Optional<Preference> preference = exchange.preference();
        boolean minimal = preference.filter(Preference.MINIMAL::equals).isPresent();
        Response made = minimal ? Response.of(201) : Response.json(201, compound.bytes(creation));
        Response answer = preference
                .map(like -> like.applied(made))
                .orElse(made)
                .with("Location", exchange.rootUrl() + path + "/" + Router.encode(key));
        return conditional.tagged(answer, creation.row());
    }
}
