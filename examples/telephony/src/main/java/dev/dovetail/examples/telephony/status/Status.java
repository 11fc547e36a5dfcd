package dev.dovetail.examples.telephony.status;

import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import dev.dovetail.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which parts of this server work; the same to every tenant. */
public final class Status implements Plugin, HttpPlugin {
    private final Authentication authentication;

    /** Makes the plugin of a server whose tokens are known to {@code authentication}. */
    public Status(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void route(Routes routes) {
        Json json = routes.bodies().json();
        routes.add(Route.of("GET", "/status", List.of(), exchange -> answer(json)));
    }

    private Response answer(Json json) {
        return Response.json(200, json.write(out -> {
            out.writeStartObject();
            components().forEach((component, works) -> {
                out.writeObjectPropertyStart(component);
                out.writeStringProperty("status", works ? "ok" : "fail");
                out.writeEndObject();
            });
            out.writeEndObject();
        }));
    }

    private Map<String, Boolean> components() {
        Map<String, Boolean> components = new LinkedHashMap<>();
        components.put("rest_api", true);
        components.put("bus_consumer", false); // this version has no connection to a message bus
        components.put("master_tenant", authentication.masterTenant().isPresent());
        components.put("service_token", authentication.hasServiceToken());
        return components;
    }
}
