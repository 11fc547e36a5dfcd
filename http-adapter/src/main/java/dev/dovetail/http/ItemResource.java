package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.header.Preference;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.MergePatch;
import dev.dovetail.http.json.Representation;
import dev.dovetail.transaction.UnitOfWork;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves one object of a collection: GET, PUT (the fields given are changed, fields absent keep their value; a
 * deviation from RFC 9110, section 9.3.4), PATCH (RFC 7396), DELETE. Thread-safe.
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
    private final UnitOfWork unitOfWork;

    ItemResource(
            CRUDService<T, K> service,
            Compound<T, K> compound,
            Bodies bodies,
            ResourceRoutes<T, K> options,
            UnitOfWork unitOfWork) {
        this.service = service;
        this.compound = compound;
        this.representation = compound.representation();
        this.bodies = bodies;
        this.conditional = options.conditional();
        this.unitOfWork = unitOfWork;
        this.locator = options.locator();
    }

    /** Answers GET: 200 with the object and its entity tag; 304 if that is the one that the caller has. */
    public Response get(Exchange exchange) {
        T row = locator.get(exchange.call(), exchange.pathValue(0));
        Representation<T> wanted = Inclusion.of(exchange, representation);
        return conditional.read(exchange, row, () -> shown(wanted, row, exchange));
    }

    private Response shown(T row, Exchange exchange) {
        return shown(representation, row, exchange);
    }

    private Response shown(Representation<T> as, T row, Exchange exchange) {
        return Response.json(200, bodies.json().write(out -> as.write(row, exchange.rendering(), out)));
    }

    /** Answers PUT: 204, with the new entity tag. An unknown object is reported before what is wrong with the body. */
    public Response edit(Exchange exchange) {
        K key = locator.key(exchange.call(), exchange.pathValue(0));
        Body<T> body = representation.read(bodies.read(exchange.request()), false);
        if (!body.violations().isEmpty()) {
            service.get(exchange.call(), key);
        }
        return edited(exchange, compound.edit(exchange.call(), key, body));
    }

    private Response edited(Exchange exchange, T row) {
        Optional<Preference> preference = exchange.preference();
        boolean shows = preference.filter(Preference.REPRESENTATION::equals).isPresent();
        Response answer = shows ? shown(row, exchange) : Response.of(204);
        return conditional.tagged(preference.map(like -> like.applied(answer)).orElse(answer), row);
    }

    /**
     * Answers PATCH as PUT, the body being a merge patch (RFC 7396): null clears a field, objects are merged with what
     * GET shows of them.
     */
    public Response patch(Exchange exchange) {
        CallContext call = exchange.call();
        JsonNode patch = bodies.read(exchange.request());
        return unitOfWork.call(call, unit -> {
            K key = locator.key(call, exchange.pathValue(0));
            JsonNode given = merged(patch, conditional.lock(call, key), exchange);
            return edited(exchange, compound.edit(call, key, representation.read(given, false)));
        });
    }

    /** Returns the body of an edit: fields that the patch clears are null, objects are whole. */
    private JsonNode merged(JsonNode patch, T row, Exchange exchange) {
        if (!(patch instanceof ObjectNode changes) || changes.values().stream().noneMatch(JsonNode::isObject)) {
            return patch;
        }
        JsonNode current = bodies.json().parse(shown(row, exchange).body());
        ObjectNode given = changes.deepCopy();
        changes.forEachEntry((name, value) -> {
            if (value.isObject()) {
                given.set(name, MergePatch.apply(current.path(name), value));
            }
        });
        return given;
    }

    /** Answers DELETE: 204. */
    public Response delete(Exchange exchange) {
        service.delete(exchange.call(), locator.key(exchange.call(), exchange.pathValue(0)));
        return Response.of(204);
    }
}
