package dev.dovetail.http;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Representation;
import dev.dovetail.query.Page;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Serves the links of one association: PUT and DELETE on a pair make and undo a link, PUT on the list of rights replaces
 * the set, GET on it reads it. Thread-safe.
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 * @since 0.1
 */
public final class AssociationResource<L extends Record, LK, R extends Record, RK> {
    private final AssociationService<L, LK, R, RK> service;
    private final Locator<L, LK> lefts;
    private final Locator<R, RK> rights;
    private final RightKeys<RK> rightKeys;
    private final CRUDService<R, RK> rightService;
    private final Representation<R> representation;
    private final UnitOfWork unitOfWork;
    private final String rightPath;
    private final Bodies bodies;
    private final UnaryOperator<CallContext> scope;

    AssociationResource(
            Routes routes,
            Association<L, LK, R, RK> association,
            Locator<L, LK> lefts,
            Locator<R, RK> rights,
            RightKeys<RK> rightKeys,
            UnaryOperator<CallContext> scope) {
        this.service = routes.services().of(association);
        this.lefts = lefts;
        this.rights = rights;
        this.rightKeys = rightKeys;
        this.rightService = routes.services().of(association.right());
        this.representation = routes.representations().of(association.right());
        this.unitOfWork = routes.services().unitOfWork();
        this.rightPath = "/" + rightKeys.listName();
        this.bodies = routes.bodies();
        this.scope = scope;
    }

    /** Reads the key of a right object from an element of a list. */
    record RightKeys<RK>(Resource<?, RK> right, String listName, Naming naming, KeyReader<RK> reader) {}

    /** Reads a key from JSON. */
    interface KeyReader<RK> {
        @Nullable
        RK read(JsonNode node, Path path, Violations violations);
    }

    /** Answers PUT on a pair: 204. */
    public Response associate(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        service.associate(call, left, rights.key(call, exchange.pathValue(1)));
        return Response.of(204);
    }

    /** Answers DELETE on a pair: 204. */
    public Response dissociate(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        service.dissociate(call, left, rights.key(call, exchange.pathValue(1)));
        return Response.of(204);
    }

    /** Answers GET on the list of rights: 200 with all of them, {@code {"total": n, "items": [...]}}. */
    public Response list(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        List<R> all = service.rights(call, left(exchange, call));
        return bodies.page(Page.of(all, all.size()), representation, exchange.rendering());
    }

    /** Answers POST on the list of rights: 201 with the right object created, as it was before it was linked. */
    public Response createRight(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        R given = representation.read(bodies.read(exchange.request()), true).toCreate();
        return unitOfWork.call(call, unit -> {
            R created = rightService.create(call, given);
            RK key = rightService.resource().keyOf(created);
            Response answer = bodies.created(created, representation, rightPath + "/" + key, exchange.rendering());
            service.associate(call, left(exchange, call), key);
            return answer;
        });
    }

    private LK left(Exchange exchange, CallContext call) {
        return lefts.key(call, exchange.pathValue(0));
    }

    /** Answers DELETE on the list of rights: 204, none of them linked any more, each undone by itself. */
    public Response dissociateAll(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        lefts.get(call, exchange.pathValue(0));
        service.dissociateAll(call, left);
        return Response.of(204);
    }

    /** Answers PUT on the list of rights, {@code {"lines": [{"id": 1}, ...]}}: 204. */
    public Response replace(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        JsonNode body = bodies.read(exchange.request());
        Violations violations = new Violations();
        List<RK> keys = keys(body, violations);
        if (!violations.isEmpty()) {
            lefts.get(call, exchange.pathValue(0));
            throw new DovetailException(violations.toList());
        }
        service.associateAll(call, left, keys);
        return Response.of(204);
    }

    private List<RK> keys(JsonNode body, Violations violations) {
        String resource = rightKeys.right().name();
        Path list = Path.of(rightKeys.listName());
        JsonNode elements = body.get(rightKeys.listName());
        List<RK> keys = new ArrayList<>();
        if (!body.isObject()) {
            violations.add(Errors.wrongType(resource, Path.whole(), "object"));
        } else if (elements == null) {
            violations.add(Errors.required(resource, list));
        } else if (elements.isNull()) {
            violations.add(Errors.nullValue(resource, list));
        } else if (!elements.isArray()) {
            violations.add(Errors.wrongType(resource, list, "nested-list"));
        } else {
            for (int i = 0; i < elements.size(); i++) {
                RK key = key(elements.get(i), list.index(i), violations);
                if (key != null) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private @Nullable RK key(JsonNode element, Path path, Violations violations) {
        String resource = rightKeys.right().name();
        String component = rightKeys.right().key().name();
        Path at = path.field(component);
        if (!element.isObject()) {
            violations.add(Errors.wrongType(resource, path, "object"));
            return null;
        }
        JsonNode value = element.get(rightKeys.naming().json(component));
        if (value == null) {
            violations.add(Errors.required(resource, at));
        } else if (value.isNull()) {
            violations.add(Errors.nullValue(resource, at));
        } else {
            return rightKeys.reader().read(value, at, violations);
        }
        return null;
    }
}
