package dev.dovetail.examples.telephony.fallback;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.http.Description;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.json.Shape;
import dev.dovetail.notification.Event;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Serves the fallbacks of objects: GET shows them, PUT replaces all of them.
 *
 * @param <T> the model record
 * @param <K> the key
 */
final class FallbackRoutes<T extends Record, K> {
    private final Fallbacks<T, K> fallbacks;
    private final Resource<T, K> resource;
    private final Shape<Fallback> shape;
    private final Routes routes;
    private final BiFunction<Services, T, Event> edited;
    private final Part<T> part;
    private final boolean unscoped;

    FallbackRoutes(Fallbacks<T, K> fallbacks, Routes routes, BiFunction<Services, T, Event> edited) {
        this.fallbacks = fallbacks;
        this.resource = fallbacks.resource();
        this.shape = fallbacks.shape();
        this.routes = routes;
        this.edited = edited;
        this.unscoped = fallbacks.beyondTenants();
        this.part = fallbacks.part(routes.services());
    }

    /** Adds the paths; an object is named in each of these forms. */
    void add(KeyFormat<?>... formats) {
        if (!routes.services().loaded(Fallback.FALLBACKS.collection())) {
            return;
        }
        for (KeyFormat<?> format : formats) {
            add("GET", format, this::get);
            add("PUT", format, this::put);
        }
    }

    private void add(String method, KeyFormat<?> format, Endpoint endpoint) {
        Route route = Route.of(method, "/" + resource.collection() + "/{}/fallbacks", List.of(format), endpoint)
                .described(() -> describe(method));
        routes.add(unscoped ? route.beyondTenants() : route);
    }

    private Description describe(String method) {
        String name = Schema.nameOf(resource.name()) + "Fallbacks";
        return method.equals("GET")
                ? Description.of("get" + name, "Shows where calls go that are not taken.")
                        .answering(200, fallbacks.schema(Destinations.of(routes.services())))
                        .failing(ErrorKind.NOT_FOUND)
                : Description.of("edit" + name, "Replaces where calls go that are not taken.")
                        .taking(shape.bodySchema(routes.types()))
                        .answering(204)
                        .failing(ErrorKind.NOT_FOUND, ErrorKind.INVALID_INPUT, ErrorKind.REFERENCE_NOT_FOUND);
    }

    private CallContext call(Exchange exchange) {
        return unscoped ? exchange.call().in(Scope.all()) : exchange.call();
    }

    private T find(CallContext call, Exchange exchange) {
        return routes.locator(resource).get(call, exchange.pathValue(0));
    }

    private Response get(Exchange exchange) {
        T row = find(call(exchange), exchange);
        return Response.json(
                200,
                routes.bodies()
                        .json()
                        .write(out ->
                                part.prepare(List.of(row), exchange.rendering()).write(row, out)));
    }

    private Response put(Exchange exchange) {
        CallContext call = call(exchange);
        return routes.services().unitOfWork().call(call, unit -> {
            K key = resource.keyOf(find(call, exchange));
            T row = routes.services() // it may be being deleted
                    .dao(resource)
                    .lock(key)
                    .orElseThrow(() -> new DovetailException(resource.notFound(key)));
            Body<Fallback> body = shape.read(routes.bodies().read(exchange.request()), routes.types(), Fallbacks.INPUT);
            fallbacks.replace(routes.services(), row, body);
            unit.about(
                    resource.name() + "/" + key,
                    announcements -> announcements.announce(edited.apply(routes.services(), row)));
            return Response.of(204);
        });
    }
}
