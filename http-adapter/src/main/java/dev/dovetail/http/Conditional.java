package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.header.Conditions;
import dev.dovetail.http.header.EntityTag;
import dev.dovetail.http.style.Feature;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Tells the versions of a resource's objects as entity tags, and holds requests to the conditions that they put on
 * them.
 *
 * <p>A tag is that of the object itself: what other objects show in its parts may change without it.
 */
final class Conditional<T extends Record, K> {
    private final Resource<T, K> resource;
    private final Routes routes;
    private final UnitOfWork unitOfWork;
    private final boolean looks;

    Conditional(Routes routes, Resource<T, K> resource) {
        this.resource = resource;
        this.routes = routes;
        this.unitOfWork = routes.services().unitOfWork();
        this.looks = routes.offers(Feature.CONDITIONS);
    }

    /**
     * Refuses a write that is bound to a state and goes to what has no states to tell by, such as the links of an
     * association: such a condition is never met, and to pass over it would let through what was not to be done.
     */
    static void refuseUnchecked(Endpoint endpoint, Request request) {
        if (endpoint instanceof ServiceEndpoint served && !served.conditional() && !isSafe(request.method())) {
            Conditions conditions = Conditions.of(request);
            if (conditions.match() != null && !conditions.match().any()) {
                throw Errors.staleVersion("request", conditions.match().toString(), "none")
                        .toException();
            }
        }
    }

    private static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private Optional<EntityTag> tag(T row) {
        return resource.version().map(version -> EntityTag.of((Number) Objects.requireNonNull(version.get(row))));
    }

    /** Returns an answer about an object with its entity tag. */
    Response tagged(Response answer, T row) {
        Optional<EntityTag> tag = looks ? tag(row) : Optional.empty();
        return tag.isEmpty() ? answer : answer.with("ETag", tag.get().toString());
    }

    /** Answers GET: 304 if the caller has the object as it is. */
    Response read(Exchange exchange, T row, Supplier<Response> answer) {
        if (!looks) {
            return answer.get();
        }
        Conditions conditions = Conditions.of(exchange.request());
        refuseUnwanted(conditions, row);
        return tagged(conditions.excludes(tag(row)) ? Response.of(304) : answer.get(), row);
    }

    /**
     * Returns what holds a write to its conditions: they are looked at in its unit of work, when the row is locked, so
     * that of two edits made from the same state one is refused.
     */
    Endpoint guarded(Locator<T, K> locator, UnaryOperator<CallContext> scope, Endpoint write) {
        return looks ? exchange -> guarded(exchange, locator, scope.apply(exchange.call()), write) : write;
    }

    private Response guarded(Exchange exchange, Locator<T, K> locator, CallContext call, Endpoint write) {
        Conditions conditions = Conditions.of(exchange.request());
        if (!conditions.given()) {
            return write.answer(exchange);
        }
        return unitOfWork.call(call, unit -> {
            T row = lock(call, locator.key(call, exchange.pathValue(0)));
            refuseUnwanted(conditions, row);
            if (conditions.excludes(tag(row))) {
                throw stale(String.valueOf(conditions.noneMatch()), row);
            }
            return write.answer(exchange);
        });
    }

    private void refuseUnwanted(Conditions conditions, T row) {
        if (!conditions.matches(tag(row))) {
            throw stale(String.valueOf(conditions.match()), row);
        }
    }

    private DovetailException stale(String given, T row) {
        Object stored = tag(row).<Object>map(EntityTag::toString).orElse("none");
        return Errors.staleVersion(resource.name(), given, stored).toException();
    }

    /** Returns an object in scope, and keeps others from changing it until the unit of work ends. */
    T lock(CallContext call, K key) {
        return routes.services()
                .dao(resource)
                .lock(key)
                .filter(row -> resource.visible(call.scope(), row))
                .orElseThrow(() -> resource.notFound(key).toException());
    }
}
