package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Representation;

/**
 * Serves one object of a collection: GET, PUT (the fields given are changed, fields absent keep their value; a deviation
 * from RFC 9110, section 9.3.4), DELETE. Thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class ItemResource<T extends Record, K> {
    private final CRUDService<T, K> service;
    private final Compound<T, K> compound;
    private final Representation<T> representation;
    private final Locator<T, K> locator;
    private final Bodies bodies;
    private final Conditional<T, K> conditional;

    ItemResource(CRUDService<T, K> service, Compound<T, K> compound, Bodies bodies, ResourceRoutes<T, K> options) {
        this.service = service;
        this.compound = compound;
        this.representation = compound.representation();
        this.bodies = bodies;
        this.conditional = options.conditional();
        this.locator = options.locator();
    }

    /** Answers GET: 200 with the object and its entity tag; 304 if that is the one that the caller has. */
    public Response get(Exchange exchange) {
        T row = locator.get(exchange.call(), exchange.pathValue(0));
        return conditional.read(exchange, row, () -> shown(row, exchange));
    }

    private Response shown(T row, Exchange exchange) {
        return Response.json(200, bodies.json().write(out -> representation.write(row, exchange.rendering(), out)));
    }

    /** Answers PUT: 204, with the new entity tag. An unknown object is reported before what is wrong with the body. */
    public Response edit(Exchange exchange) {
        K key = locator.key(exchange.call(), exchange.pathValue(0));
        Body<T> body = representation.read(bodies.read(exchange.request()), false);
        if (!body.violations().isEmpty()) {
            service.get(exchange.call(), key);
        }
        T row = compound.edit(exchange.call(), key, body);
        return conditional.tagged(Response.of(204), row);
    }

    /** Answers DELETE: 204. */
    public Response delete(Exchange exchange) {
        service.delete(exchange.call(), locator.key(exchange.call(), exchange.pathValue(0)));
        return Response.of(204);
    }
}
