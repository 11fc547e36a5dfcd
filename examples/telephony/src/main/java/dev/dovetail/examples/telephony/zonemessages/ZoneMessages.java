package dev.dovetail.examples.telephony.zonemessages;

import dev.dovetail.dao.Dao;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Description;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The one list of time zones of the installation, read and replaced as a whole. */
public final class ZoneMessages {
    public static final Resource<ZoneMessage, Integer> ZONE_MESSAGES = Resource.of(
                    ZoneMessage.class, ZoneMessage::position)
            .collection("voicemail_zonemessages")
            .build();
    public static final Column<ZoneMessage, String> NAME = ZONE_MESSAGES.column(ZoneMessage::name);
    private static final Column<ZoneMessage, Integer> POSITION = ZONE_MESSAGES.key();
    private static final String PATH = "/asterisk/voicemail/zonemessages";
    private static final String ITEMS = "items";

    private ZoneMessages() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(ZONE_MESSAGES)
                .path(PATH)
                .withoutLinks()
                .withoutRoutes()
                .shape(shape -> shape.hide(ZoneMessage::position))
                .plugin()
                .with(HttpPlugin.routing(ZoneMessages::route));
    }

    private static void route(Routes routes) {
        routes.add(Route.of("GET", PATH, List.of(), exchange -> get(routes, exchange))
                .access("asterisk.voicemail.zonemessages.get")
                .described(() -> Description.of("listZoneMessages", "Shows all time zones of voicemails.")
                        .answering(
                                200,
                                list(routes.representations().of(ZONE_MESSAGES).schema()))));
        routes.add(Route.of("PUT", PATH, List.of(), exchange -> replace(routes, exchange))
                .forRootTenant()
                .described(() -> Description.of("replaceZoneMessages", "Replaces all time zones of voicemails.")
                        .taking(list(routes.representations().of(ZONE_MESSAGES).creationSchema()))
                        .answering(204)
                        .failing(ErrorKind.INVALID_INPUT)));
    }

    private static Schema list(Schema messages) {
        return Schema.object().field(ITEMS, Schema.listOf(messages));
    }

    private static List<ZoneMessage> all(Dao<ZoneMessage, Integer> dao) {
        return dao.search(Search.<ZoneMessage>all().by(Order.ascending(POSITION)))
                .items();
    }

    private static Response get(Routes routes, Exchange exchange) {
        List<ZoneMessage> all = all(routes.services().dao(ZONE_MESSAGES));
        var writer = routes.representations().of(ZONE_MESSAGES).prepare(all, exchange.rendering());
        return Response.json(200, routes.bodies().json().write(out -> {
            out.writeStartObject();
            out.writeArrayPropertyStart(ITEMS);
            all.forEach(message -> writer.write(message, out));
            out.writeEndArray();
            out.writeEndObject();
        }));
    }

    private static Response replace(Routes routes, Exchange exchange) {
        List<ZoneMessage> wanted = read(routes, routes.bodies().read(exchange.request()));
        Dao<ZoneMessage, Integer> dao = routes.services().dao(ZONE_MESSAGES);
        return routes.services().unitOfWork().call(exchange.call(), unit -> {
            List<Integer> present = all(dao).stream().map(ZoneMessage::position).toList();
            dao.lockAll(present).forEach(message -> dao.delete(message.position()));
            wanted.forEach(dao::create);
            unit.about("ZoneMessages", announcements -> {
                announcements.announce(new Event("voicemail_zonemessages_edited", Map.of(), Map.of()));
                announcements.command(Sysconfd.reload("voicemail reload"));
            });
            return Response.of(204);
        });
    }

    private static List<ZoneMessage> read(Routes routes, JsonNode body) {
        Violations violations = new Violations();
        List<ZoneMessage> messages = new ArrayList<>();
        Path at = Path.of(ITEMS);
        JsonNode items = body.path(ITEMS);
        if (!body.isObject()) {
            violations.add(Errors.wrongType(ZONE_MESSAGES.name(), Path.whole(), "object"));
        } else if (items.isMissingNode()) {
            violations.add(Errors.required(ZONE_MESSAGES.name(), at));
        } else if (items.isNull()) {
            violations.add(Errors.nullValue(ZONE_MESSAGES.name(), at));
        } else if (!items.isArray()) {
            violations.add(Errors.wrongType(ZONE_MESSAGES.name(), at, "nested-list"));
        }
        for (int i = 0; items.isArray() && i < items.size(); i++) {
            Path place = at.index(i);
            Body<ZoneMessage> read = routes.representations().of(ZONE_MESSAGES).readChild(items.get(i));
            read.violations().forEach(fault -> violations.add(fault.at(place.then(fault.path()))));
            if (read.violations().isEmpty()) {
                messages.add(Edit.of(ZONE_MESSAGES)
                        .set(POSITION, i)
                        .applyTo(read.toCreate())
                        .withoutEmptyMessage());
            }
        }
        if (!violations.isEmpty()) {
            throw new DovetailException(violations.toList());
        }
        return messages;
    }
}
