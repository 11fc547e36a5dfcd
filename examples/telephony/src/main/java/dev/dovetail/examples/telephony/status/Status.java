package dev.dovetail.examples.telephony.status;

import dev.dovetail.error.DovetailException;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.http.Description;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JsonGenerator;

/**
 * Tells which parts of this server work; the same to every tenant. Commands that the system daemon did not take are
 * kept and sent again: how many is shown.
 */
public final class Status implements Plugin, HttpPlugin {
    private final Authentication authentication;
    private final BooleanSupplier busConsumer;

    /**
     * Makes the plugin of a server.
     *
     * @param authentication knows its tokens
     * @param busConsumer tells whether it consumes the events of the message bus
     */
    public Status(Authentication authentication, BooleanSupplier busConsumer) {
        this.authentication = authentication;
        this.busConsumer = busConsumer;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void route(Routes routes) {
        Json json = routes.bodies().json();
        routes.add(Route.of("GET", "/status", List.of(), exchange -> answer(json, exchange.services()))
                .described(Status::describe));
    }

    private static Description describe() {
        Schema word = Schema.oneOf(List.of(word(true), word(false)));
        Schema component =
                Schema.named("Component", Status.class, () -> Schema.object().field("status", word));
        return Description.of("getStatus", "Tells which parts of this server work.")
                .answering(
                        200,
                        Schema.object()
                                .field("rest_api", component)
                                .field("bus_consumer", component)
                                .field("master_tenant", component)
                                .field("service_token", component)
                                .field("database", component)
                                .field(
                                        "sysconfd",
                                        Schema.object()
                                                .field("status", word)
                                                .field("kept_commands", Schema.integer())));
    }

    private Response answer(Json json, Services services) {
        Optional<Outbox.Backlog> backlog = backlog(services);
        return Response.json(200, json.write(out -> {
            out.writeStartObject();
            component(out, "rest_api", true);
            component(out, "bus_consumer", busConsumer.getAsBoolean());
            component(out, "master_tenant", authentication.masterTenant().isPresent());
            component(out, "service_token", authentication.hasServiceToken());
            component(out, "database", backlog.isPresent());
            long kept = backlog.map(Outbox.Backlog::failing).orElse(0L);
            out.writeObjectPropertyStart("sysconfd");
            out.writeStringProperty("status", word(kept == 0));
            out.writeNumberProperty("kept_commands", kept);
            out.writeEndObject();
            out.writeEndObject();
        }));
    }

    /** A database that is away is a component that fails, not a failure to answer. */
    private static Optional<Outbox.Backlog> backlog(Services services) {
        try {
            return Optional.of(services.backlog());
        } catch (DovetailException e) {
            return Optional.empty();
        }
    }

    private static void component(JsonGenerator out, String name, boolean works) {
        out.writeObjectPropertyStart(name);
        out.writeStringProperty("status", word(works));
        out.writeEndObject();
    }

    private static String word(boolean works) {
        return works ? "ok" : "fail";
    }
}
