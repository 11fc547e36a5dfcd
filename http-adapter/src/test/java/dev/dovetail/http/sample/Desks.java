package dev.dovetail.http.sample;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.http.Creation;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Child;
import dev.dovetail.http.json.Input;
import dev.dovetail.http.json.Shape;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Desks with an extension and lines, created all in one; lines have extensions of their own. All of it is announced.
 */
public final class Desks {
    public static final Resource<Desk, Integer> DESKS = Resource.of(Desk.class, Desk::id)
            .generatedKey()
            .tenant(Desk::tenant)
            .defaultValue(Desk::busyEnabled, false)
            .defaultValue(Desk::alwaysEnabled, false)
            .build();
    public static final Resource<Line, Integer> LINES = Resource.of(Line.class, Line::id)
            .generatedKey()
            .tenant(Line::tenant)
            .build();
    public static final Resource<Extension, Integer> EXTENSIONS = Resource.of(Extension.class, Extension::id)
            .generatedKey()
            .unique(Extension::exten)
            .build();
    public static final Association<Desk, Integer, Line, Integer> DESK_LINES =
            Association.between(DESKS, LINES).ordered().build();
    public static final Association<Desk, Integer, Extension, Integer> DESK_EXTENSION =
            Association.between(DESKS, EXTENSIONS).oneRight().build();
    public static final Association<Line, Integer, Extension, Integer> LINE_EXTENSIONS =
            Association.between(LINES, EXTENSIONS).build();

    public static final EventType<String> SAID = new EventType<>("said", String.class);
    public static final Shape<Desk> BUSY =
            Shape.of(DESKS).field("enabled", Desk::busyEnabled).field("destination", Desk::busyTo);
    public static final Shape<Desk> ALWAYS =
            Shape.of(DESKS).required("enabled", Desk::alwaysEnabled).field("destination", Desk::alwaysTo);
    public static final Shape<Desk> FORWARDS =
            Shape.of(DESKS).nested("busy", BUSY).nested("always", ALWAYS);

    private static final Input<String> NOTE = Input.of("note", String.class).orNull();
    private static final Input<Integer> COUNT = Input.of("count", Integer.class);
    private static final Child<Extension> EXTENSION = Child.one("extension", EXTENSIONS);
    private static final Child<Line> OWN_LINES = Child.list("lines", LINES)
            .orByKey()
            .completed((desk, line) -> {
                if (!line.has("label") && desk.has("name")) {
                    line.set("label", desk.get("name"));
                }
            });
    private static final Child<Extension> OWN_EXTENSIONS = Child.list("extensions", EXTENSIONS);

    private Desks() {}

    public static List<Plugin> plugins() {
        return List.of(
                ResourcePlugin.of(DESKS)
                        .announces(telling())
                        .with(HttpPlugin.representing(Desks::representDesks).routing(Desks::routeDesks)),
                ResourcePlugin.of(LINES)
                        .forbid(
                                "It is refused.",
                                change -> change.value().name().equals("refused"))
                        .announces(telling())
                        .with(HttpPlugin.representing(Desks::representLines).routing(Desks::routeLines)),
                ResourcePlugin.of(EXTENSIONS).withoutUniqueRule().announces(telling()),
                links(DESK_LINES),
                links(DESK_EXTENSION),
                links(LINE_EXTENSIONS));
    }

    private static <T extends Record> Notifier<Change<T>> telling() {
        return (change, announcements) -> announcements.announce(
                SAID.of(change.operation().name().toLowerCase(Locale.ROOT) + " " + text(change.value())));
    }

    private static String text(Object row) {
        if (row instanceof Desk desk) {
            return "desk " + desk.name();
        }
        return row instanceof Line line ? "line " + line.name() : "extension " + ((Extension) row).exten();
    }

    private static void representDesks(Representations representations) {
        representations
                .shape(DESKS)
                .hide(Desk::busyEnabled, Desk::busyTo, Desk::alwaysEnabled, Desk::alwaysTo)
                .input(NOTE)
                .input(COUNT)
                .child(EXTENSION)
                .child(OWN_LINES)
                .part("forwards", FORWARDS)
                .part("extension", representations.rights(DESK_EXTENSION, representations.full(EXTENSIONS)))
                .part(
                        "lines",
                        representations.rights(
                                DESK_LINES,
                                representations.only(
                                        LINES,
                                        line -> line.computed(
                                                "shout", row -> row.name().toUpperCase(Locale.ROOT)),
                                        "id",
                                        "name")));
    }

    private static void routeDesks(Routes routes) {
        Services services = routes.services();
        routes.resource(DESKS)
                .child(
                        EXTENSION,
                        (desk, extension) -> services.of(DESK_EXTENSION)
                                .associate(desk.call(), desk.row().id(), extension.id()))
                .child(
                        OWN_LINES,
                        (desk, line) -> existing(services, desk, line),
                        (desk, line) -> services.of(DESK_LINES)
                                .associate(desk.call(), desk.row().id(), line.id()))
                .created(desk -> tell(services, desk.call(), "created", desk.body()))
                .edited((call, row, body) -> tell(services, call, "edited", body))
                .view("names", view -> view.show(Desk::name))
                .view("forwarded", view -> view.show(Desk::id).part("busy", BUSY))
                .add();
        CRUDService<Desk, Integer> forwards = CRUDService.builder(services.dao(DESKS), services.unitOfWork())
                .notifier(Notifier.<Desk>of()
                        .edited(change ->
                                SAID.of("forwards of " + change.value().name()))
                        .build())
                .build();
        routes.sub("/desks/{}/forwards", FORWARDS, forwards).add();
        routes.sub("/desks/{}/busy", BUSY, forwards)
                .unscoped()
                .access("desks.*.services")
                .add();
    }

    private static Optional<Line> existing(Services services, Creation<Desk> desk, Body<Line> line) {
        return line.key().map(key -> services.of(LINES).get(desk.call(), (Integer) key));
    }

    private static void tell(Services services, CallContext call, String what, Body<Desk> body) {
        if (body.gives(NOTE) || body.gives(COUNT)) {
            services.unitOfWork().call(call, unit -> {
                unit.about(
                        "Desk",
                        all -> all.announce(SAID.of(what + " with " + body.value(NOTE) + ", " + body.value(COUNT))));
                return true;
            });
        }
    }

    private static void representLines(Representations representations) {
        var desks = representations.only(DESKS, "id");
        var extensions = representations.only(EXTENSIONS, "exten");
        representations
                .shape(LINES)
                .child(OWN_EXTENSIONS)
                .part("desks", representations.lefts(DESK_LINES, desks))
                .part("extensions", representations.rights(LINE_EXTENSIONS, extensions));
    }

    private static void routeLines(Routes routes) {
        Services services = routes.services();
        routes.resource(LINES)
                .child(
                        OWN_EXTENSIONS,
                        (line, extension) -> services.of(LINE_EXTENSIONS)
                                .associate(line.call(), line.row().id(), extension.id()))
                .add();
    }

    private static <L extends Record, R extends Record> Plugin links(Association<L, Integer, R, Integer> association) {
        return AssociationPlugin.of(association)
                .announces(AssociationNotifier.<L, R>builder()
                        .associated(link -> SAID.of(text(link.left()) + " has " + text(link.right())))
                        .build());
    }
}
