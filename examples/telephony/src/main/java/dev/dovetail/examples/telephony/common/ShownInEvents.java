package dev.dovetail.examples.telephony.switchboard;

import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Routes;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Shows switchboards in events as answers do: with links, which begin with the URL of the request that is being answered. */
final class ShownInEvents {
    private final AtomicReference<@Nullable Routes> routes = new AtomicReference<>();
    private final ThreadLocal<@Nullable Exchange> asking = new ThreadLocal<>();

    void route(Routes all) {
        routes.set(all);
    }

    /** Returns an endpoint during which events are made. */
    Endpoint during(Endpoint endpoint) {
        return exchange -> {
            asking.set(exchange);
            try {
                return endpoint.answer(exchange);
            } finally {
                asking.remove();
            }
        };
    }

    /** Returns a switchboard as JSON; only its key where nobody asks over HTTP. */
    Object data(Switchboard board) {
        Routes all = routes.get();
        Exchange exchange = asking.get();
        if (all == null || exchange == null) {
            return java.util.Map.of("uuid", board.uuid());
        }
        var json = all.bodies().json();
        return json.parse(json.write(
                out -> all.representations().of(Switchboards.SWITCHBOARDS).write(board, exchange.rendering(), out)));
    }
}
