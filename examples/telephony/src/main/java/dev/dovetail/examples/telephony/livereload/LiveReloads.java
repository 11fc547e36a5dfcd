package dev.dovetail.examples.telephony.livereload;

import dev.dovetail.dao.Dao;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.Bodies;
import dev.dovetail.http.Description;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Representation;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.List;

/** Tells and changes whether live reload is enabled; for the master tenant only. */
public final class LiveReloads {
    static final Resource<LiveReload, Integer> LIVE_RELOAD = Resource.of(LiveReload.class, LiveReload::id)
            .collection("live_reload")
            .build();

    private static final String PATH = "/configuration/live_reload";

    private LiveReloads() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(LIVE_RELOAD)
                .with(HttpPlugin.representing(all -> all.shape(LIVE_RELOAD).hide(LiveReload::id))
                        .routing(LiveReloads::route));
    }

    /** Returns what holds now. */
    static LiveReload current(Dao<LiveReload, Integer> dao) {
        return dao.find(LiveReload.ID).orElse(LiveReload.DEFAULT);
    }

    private static void route(Routes routes) {
        routes.none(LIVE_RELOAD);
        Services services = routes.services();
        Bodies bodies = routes.bodies();
        Representation<LiveReload> representation = routes.representations().of(LIVE_RELOAD);
        routes.add(Route.of("GET", PATH, List.of(), exchange -> get(exchange, services, bodies, representation))
                .forRootTenant()
                .described(() -> Description.of("getLiveReload", "Tells whether changes make other daemons reload.")
                        .answering(200, representation.schema())));
        routes.add(Route.of("PUT", PATH, List.of(), exchange -> {
                    // Read as a creation is: the field has to be there.
                    edit(
                            exchange,
                            services,
                            representation
                                    .read(bodies.read(exchange.request()), true)
                                    .toEdit());
                    return Response.of(204);
                })
                .forRootTenant()
                .described(() -> Description.of("editLiveReload", "Says whether changes make other daemons reload.")
                        .taking(representation.creationSchema())
                        .answering(204)
                        .failing(ErrorKind.INVALID_INPUT)));
    }

    private static Response get(
            Exchange exchange, Services services, Bodies bodies, Representation<LiveReload> representation) {
        LiveReload now = current(services.dao(LIVE_RELOAD));
        return Response.json(200, bodies.json().write(out -> representation.write(now, exchange.rendering(), out)));
    }

    private static void edit(Exchange exchange, Services services, Edit<LiveReload> edit) {
        services.unitOfWork().run(exchange.call(), () -> {
            services.dao(LIVE_RELOAD).createIfAbsent(LiveReload.DEFAULT);
            services.of(LIVE_RELOAD).edit(exchange.call(), LiveReload.ID, edit);
        });
    }
}
