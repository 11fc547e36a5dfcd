package dev.dovetail.examples.telephony.infos;

import dev.dovetail.http.Description;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Schema;
import dev.dovetail.plugin.Plugin;
import java.util.List;
import java.util.UUID;

/** Tells who this installation is and which version it is compatible with; the same to every tenant. */
public final class Infos implements Plugin, HttpPlugin {
    /** The version of the product whose clients this server answers, which is what they want to know. */
    private static final String VERSION = "26.08";

    private final UUID installation;

    /** Makes the plugin of an installation. */
    public Infos(UUID installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "infos";
    }

    @Override
    public void route(Routes routes) {
        byte[] body = routes.bodies().json().write(out -> {
            out.writeStartObject();
            out.writeStringProperty("uuid", installation.toString());
            out.writeStringProperty("wazo_version", VERSION);
            out.writeEndObject();
        });
        Endpoint tell = exchange -> Response.json(200, body);
        routes.add(Route.of("GET", "/infos", List.of(), tell)
                .described(() -> Description.of("getInfos", "Tells which installation this is.")
                        .answering(
                                200,
                                Schema.object()
                                        .field("uuid", Schema.string("uuid"))
                                        .field("wazo_version", Schema.string()))));
    }
}
