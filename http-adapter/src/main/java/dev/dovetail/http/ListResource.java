package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Representation;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;

/**
 * Serves a collection: GET searches, POST creates. Thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class ListResource<T extends Record, K> {
    private final CRUDService<T, K> service;
    private final Representation<T> representation;
    private final SearchReader<T> searches;
    private final Bodies bodies;
    private final String path;
    private final Pager<T> pager;

    ListResource(
            CRUDService<T, K> service, Representation<T> representation, Bodies bodies, ResourceRoutes<T, K> options) {
        this.service = service;
        this.representation = representation;
        this.bodies = bodies;
        this.searches = options.searches(representation);
        this.path = options.path();
        this.pager = options.pager(service);
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

    /** Answers GET: 200 with the page, {@code {"total": n, "items": [...]}}. */
    public Response search(Exchange exchange) {
        CallContext call = searches.scope(exchange);
        Page<T> page = pager.page(exchange, call, searches.read(exchange));
        return bodies.page(page, representation, exchange.rendering());
    }

    /** Answers POST: 201 with the object and its location. */
    public Response create(Exchange exchange) {
        T given = representation.read(bodies.read(exchange.request()), true).toCreate();
        T row = service.create(exchange.call(), given);
        String at = path + "/" + Router.encode(service.resource().keyOf(row).toString());
        return bodies.created(row, representation, at, exchange.rendering());
    }
}
