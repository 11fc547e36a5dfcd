package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.json.Shape;
import dev.dovetail.http.style.Feature;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Serves some columns of an object under a path of their own, {@code /users/1/forwards}: GET shows them, PUT changes
 * those given, with rules and events of their own. Not thread-safe until added; ends with {@link #add()}.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class SubResource<T extends Record, K> {
    private final Routes routes;
    private final Locator<T, K> locator;
    private final CRUDService<T, K> service;
    private final String path;
    private final Shape<T> shape;
    private final Conditional<T, K> conditional;
    private UnaryOperator<CallContext> scope = UnaryOperator.identity();
    private @Nullable String access;
    private boolean unscoped;
    private boolean editOnly;

    SubResource(Routes routes, String path, Shape<T> shape, CRUDService<T, K> service) {
        this.routes = routes;
        this.path = path;
        this.shape = shape;
        this.service = service;
        this.conditional = new Conditional<>(routes, service.resource());
        this.locator = routes.locator(service.resource());
    }

    /** Looks the object up in all tenants, whatever the caller sees. */
    public SubResource<T, K> unscoped() {
        this.scope = call -> call.in(Scope.all());
        this.unscoped = true;
        return this;
    }

    /** Answers PUT only. */
    public SubResource<T, K> editOnly() {
        this.editOnly = true;
        return this;
    }

    /**
     * Sets the words that access is asked for by, {@code *} in the place of the object; those of the path unless
     * called.
     */
    public SubResource<T, K> access(String words) {
        this.access = words;
        return this;
    }

    /** Adds the paths. */
    public void add() {
        for (KeyFormat<?> format : locator.formats()) {
            if (!editOnly) {
                add("GET", "read", format, this::get);
            }
            add("PUT", "update", format, conditional.guarded(locator, call -> scope.apply(call), this::edit));
        }
    }

    private void add(String method, String verb, KeyFormat<?> format, Endpoint endpoint) {
        Route route = Route.of(method, path, List.of(format), endpoint)
                .described(() -> withFeatures(describe(method), method));
        Route named = access == null ? route : route.access(access + "." + verb);
        routes.addServed(unscoped ? named.beyondTenants() : named, true);
    }

    private Description withFeatures(Description described, String method) {
        boolean tagged = routes.offers(Feature.CONDITIONS)
                && service.resource().version().isPresent();
        return method.equals("GET")
                ? FeatureDescriptions.read(described, tagged)
                : FeatureDescriptions.write(described, tagged);
    }

    private Description describe(String method) {
        String name = Schema.nameOf(service.resource().name()) + Schema.nameOf(path.substring(path.indexOf('}') + 1));
        return method.equals("GET")
                ? Description.of("get" + name, "Shows some fields of an object.")
                        .answering(200, Schema.named(name, List.of(this, "shown"), shape::schema))
                        .failing(ErrorKind.NOT_FOUND)
                : Description.of("edit" + name, "Changes those of the fields that are given.")
                        .taking(Schema.named(
                                name + "Edit", List.of(this, "given"), () -> shape.bodySchema(routes.types())))
                        .answering(204)
                        .failing(
                                ErrorKind.NOT_FOUND,
                                ErrorKind.INVALID_INPUT,
                                ErrorKind.REFERENCE_NOT_FOUND,
                                ErrorKind.NOT_PERMITTED);
    }

    private Response get(Exchange exchange) {
        T row = locator.get(scope.apply(exchange.call()), exchange.pathValue(0));
        return conditional.read(
                exchange, row, () -> Response.json(200, routes.bodies().json().write(out -> shape.write(row, out))));
    }

    private Response edit(Exchange exchange) {
        CallContext call = scope.apply(exchange.call());
        K key = locator.key(call, exchange.pathValue(0));
        Body<T> body = shape.read(routes.bodies().read(exchange.request()), routes.types(), service.input());
        if (!body.violations().isEmpty()) {
            locator.get(call, exchange.pathValue(0));
        }
        T row = service.edit(call, key, body.toEdit());
        return conditional.tagged(Response.of(204), row);
    }
}
