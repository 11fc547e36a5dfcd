package dev.dovetail.http;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Violations;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Representation;
import dev.dovetail.query.Page;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
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
    private final @Nullable AttributedResource<L, LK, R, RK, ?> attributed;

    AssociationResource(
            Routes routes,
            Association<L, LK, R, RK> association,
            Locator<L, LK> lefts,
            Locator<R, RK> rights,
            RightKeys<RK> rightKeys,
            UnaryOperator<CallContext> scope,
            AssociationRoutes.AttributesInBodies inBodies) {
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
        this.attributed = association.hasAttributes() && inBodies != AssociationRoutes.AttributesInBodies.NONE
                ? attributed(
                        routes,
                        association.attributes(),
                        new AttributedResource.Sides<>(lefts, rights, rightKeys),
                        inBodies == AssociationRoutes.AttributesInBodies.ABSENT_MEAN_DEFAULT)
                : null;
    }

    private <A extends Record> AttributedResource<L, LK, R, RK, A> attributed(
            Routes routes,
            Attributes<A> attributes,
            AttributedResource.Sides<L, LK, R, RK> sides,
            boolean absentMeansDefault) {
        return new AttributedResource<>(routes, service.attributed(attributes), sides, absentMeansDefault);
    }

    AssociationOperations<R> operations(Association<L, LK, R, RK> association) {
        return new AssociationOperations<>(association.name(), rightKeys, representation, attributed);
    }

    /**
     * Answers PUT on a pair: 204. Where links carry attributes, a body may give them; without one they are the defaults, or
     * stay.
     */
    public Response associate(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        RK right = rights.key(call, exchange.pathValue(1));
        if (attributed == null) {
            service.associate(call, left, right);
        } else {
            attributed.associate(exchange, call, left, right);
        }
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
        if (attributed != null) {
            return attributed.list(exchange, call, left(exchange, call));
        }
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

    /**
     * Answers PUT on the list of rights, {@code {"lines": [{"id": 1}, ...]}}: 204. Where links carry attributes, elements
     * give them beside the key; those left out are the defaults.
     */
    public Response replace(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        JsonNode body = bodies.read(exchange.request());
        if (attributed != null) {
            attributed.replace(exchange, call, left, body);
            return Response.of(204);
        }
        Violations violations = new Violations();
        List<Object> names = new ArrayList<>();
        rightKeys.read(body, violations, (name, object, path) -> names.addAll(name));
        if (!violations.isEmpty()) {
            lefts.get(call, exchange.pathValue(0));
            throw new DovetailException(violations.toList());
        }
        service.associateAll(call, left, rightKeys.keys(call, names, () -> lefts.get(call, exchange.pathValue(0))));
        return Response.of(204);
    }
}
