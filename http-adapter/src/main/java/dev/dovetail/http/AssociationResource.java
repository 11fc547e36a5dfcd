package dev.dovetail.http;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.AttributeReader;
import dev.dovetail.http.json.AttributeWriter;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.style.Feature;
import dev.dovetail.operation.Linked;
import dev.dovetail.query.Page;
import dev.dovetail.resource.Association;
import dev.dovetail.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Serves the links of one association: PUT and DELETE on a pair make and undo a link, PUT on the list of rights
 * replaces the set, GET on it reads it. Thread-safe.
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
    private final Representation<L> leftRepresentation;
    private final Representation<R> representation;
    private final UnitOfWork unitOfWork;
    private final String rightPath;
    private final Bodies bodies;
    private final UnaryOperator<CallContext> scope;
    private final boolean absentMeansDefault;
    /** Read attributes from bodies and show them; null where links have none or bodies do not tell them. */
    private final @Nullable AttributeReader<?> reader;

    private final @Nullable AttributeWriter<?> writer;

    AssociationResource(
            Routes routes,
            Association<L, LK, R, RK> association,
            Locator<L, LK> lefts,
            Locator<R, RK> rights,
            RightKeys<RK> rightKeys,
            UnaryOperator<CallContext> scope,
            boolean attributesInBodies) {
        this.service = routes.services().of(association);
        this.lefts = lefts;
        this.rights = rights;
        this.rightKeys = rightKeys;
        this.rightService = routes.services().of(association.right());
        this.leftRepresentation = routes.representations().of(association.left());
        this.representation = routes.representations().of(association.right());
        this.unitOfWork = routes.services().unitOfWork();
        this.rightPath = "/" + rightKeys.listName();
        this.bodies = routes.bodies();
        this.scope = scope;
        this.absentMeansDefault = routes.style().absentMeansDefault(association);
        boolean told = association.hasAttributes() && attributesInBodies;
        this.reader = told ? AttributeReader.of(service.input(), routes.types(), routes.naming()) : null;
        this.writer = told ? AttributeWriter.of(association.attributes(), routes.naming(), Set.of()) : null;
    }

    AssociationOperations<L, R> operations(Association<L, LK, R, RK> association) {
        return new AssociationOperations<>(
                association.name(), rightKeys, leftRepresentation, representation, reader, writer);
    }

    /**
     * Answers PUT on a pair: 204. Where links carry attributes, a body may give them; without one they are the
     * defaults, or stay.
     */
    public Response associate(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        RK right = rights.key(call, exchange.pathValue(1));
        if (reader == null) {
            service.associate(call, left, right);
        } else {
            associate(exchange, call, reader, left, right);
        }
        return Response.of(204);
    }

    private <A extends Record> void associate(
            Exchange exchange, CallContext call, AttributeReader<A> attributes, LK left, RK right) {
        JsonNode body = exchange.request().body().length == 0
                ? JsonNodeFactory.instance.objectNode()
                : bodies.read(exchange.request());
        A defaults = attributes.attributes().defaults();
        Violations violations = new Violations();
        AttributeReader.Given<A> given = attributes.read(body, Path.whole(), defaults, violations);
        if (!violations.isEmpty()) {
            lefts.get(call, exchange.pathValue(0));
            rights.get(call, exchange.pathValue(1));
            violations.throwIfAny();
        }
        service.associate(
                call,
                left,
                right,
                attributes.attributes(),
                present -> given.over(absentMeansDefault ? defaults : present));
    }

    /** Answers DELETE on a pair: 204. */
    public Response dissociate(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        service.dissociate(call, left, rights.key(call, exchange.pathValue(1)));
        return Response.of(204);
    }

    /**
     * Answers GET on the list of rights: 200 with a page of them, {@code {"total": n, "items": [...]}}; all unless
     * limited.
     */
    public Response list(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        if (writer != null) {
            return list(
                    exchange, service.rights(call, left, service.association().attributes()), representation, writer);
        }
        List<R> all = service.rights(call, left);
        return bodies.page(slice(exchange, all), representation, exchange.rendering());
    }

    /**
     * Answers GET on the list of lefts, below a right object: 200 with a page of them; all unless limited.
     */
    public Response listLefts(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        RK right = rights.key(call, exchange.pathValue(0));
        if (writer != null) {
            return list(
                    exchange,
                    service.lefts(call, right, service.association().attributes()),
                    leftRepresentation,
                    writer);
        }
        return bodies.page(slice(exchange, service.lefts(call, right)), leftRepresentation, exchange.rendering());
    }

    private <X> Page<X> slice(Exchange exchange, List<X> all) {
        if (!exchange.offers(Feature.LINK_PAGES)) {
            return Page.of(all, all.size());
        }
        String resource = rightService.resource().name();
        Integer offset = NumberParameters.of(exchange, "offset", resource);
        Integer limit = NumberParameters.of(exchange, "limit", resource);
        int from = offset == null ? 0 : Math.min(all.size(), offset);
        int size = all.size() - from;
        return Page.of(all.subList(from, from + (limit == null ? size : Math.min(limit, size))), all.size());
    }

    private <T extends Record> Response list(
            Exchange exchange,
            List<? extends Linked<T, ?>> all,
            Representation<T> shown,
            AttributeWriter<?> attributes) {
        Page<? extends Linked<T, ?>> page = slice(exchange, all);
        Representation.Extending<T> objects = shown.prepareExtending(
                page.items().stream().<T>map(Linked::value).toList(), exchange.rendering());
        return bodies.page(
                page, (each, out) -> objects.write(each.value(), out, () -> attributes.write(each.attributes(), out)));
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
     * Answers PUT on the list of rights, {@code {"lines": [{"id": 1}, ...]}}: 204. Where links carry attributes,
     * elements give them beside the key; those left out are the defaults.
     */
    public Response replace(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        LK left = left(exchange, call);
        JsonNode body = bodies.read(exchange.request());
        if (reader == null) {
            service.associateAll(call, left, wanted(exchange, call, body, (object, path, violations) -> {}));
        } else {
            replace(exchange, call, reader, left, body);
        }
        return Response.of(204);
    }

    private <A extends Record> void replace(
            Exchange exchange, CallContext call, AttributeReader<A> attributes, LK left, JsonNode body) {
        List<A> carried = new ArrayList<>();
        List<RK> keys = wanted(exchange, call, body, (object, path, violations) -> {
            A defaults = attributes.attributes().defaults(carried.size());
            carried.add(attributes.read(object, path, defaults, violations).over(defaults));
        });
        List<Linked<RK, A>> wanted = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            wanted.add(new Linked<>(keys.get(i), carried.get(i)));
        }
        service.associateAll(call, left, attributes.attributes(), wanted);
    }

    private interface Element {
        void read(JsonNode object, Path path, Violations violations);
    }

    /** Returns the keys of the rights that a body lists. */
    private List<RK> wanted(Exchange exchange, CallContext call, JsonNode body, Element element) {
        Violations violations = new Violations();
        List<Object> names = new ArrayList<>();
        rightKeys.read(body, violations, (name, object, path) -> {
            element.read(object, path, violations);
            names.addAll(name);
        });
        if (!violations.isEmpty()) {
            lefts.get(call, exchange.pathValue(0));
            violations.throwIfAny();
        }
        return rightKeys.keys(call, names, () -> lefts.get(call, exchange.pathValue(0)));
    }
}
