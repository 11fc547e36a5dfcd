package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Routes;
import dev.dovetail.resource.Resource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows objects in events as answers do: with links, which begin with the URL of the request that is being answered.
 *
 * @param <T> the model record
 */
public final class ShownInEvents<T extends Record> {
    private final Function<T, Object> otherwise;
    private final AtomicReference<@Nullable Routes> routes = new AtomicReference<>();
    private final ThreadLocal<@Nullable Exchange> asking = new ThreadLocal<>();

    /** Makes what shows objects; {@code otherwise} does where nobody asks over HTTP. */
    public ShownInEvents(Function<T, Object> otherwise) {
        this.otherwise = otherwise;
    }

    /** Learns what represents the objects. */
    public void route(Routes all) {
        routes.set(all);
    }

    /** Returns an endpoint during which events are made. */
    public Endpoint during(Endpoint endpoint) {
        return exchange -> {
            asking.set(exchange);
            try {
                return endpoint.answer(exchange);
            } finally {
                asking.remove();
            }
        };
    }

    /** Returns an object as JSON. */
    public Object data(Resource<T, ?> resource, T row) {
        Routes all = routes.get();
        Exchange exchange = asking.get();
        if (all == null || exchange == null) {
            return otherwise.apply(row);
        }
        var json = all.bodies().json();
        return json.parse(json.write(out -> all.representations().of(resource).write(row, exchange.rendering(), out)));
    }
}
