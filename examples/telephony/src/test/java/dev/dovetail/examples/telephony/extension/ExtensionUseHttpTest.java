package dev.dovetail.examples.telephony.extension;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.LineKit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What extensions may lead to, one thing at most: incalls, groups, conferences, parking lots. */
class ExtensionUseHttpTest extends HttpTest {
    private static final String TAKEN = "Resource Error - Extension is associated with a ";

    private CallKit calls;
    private JsonNode internal;
    private List<Kind> kinds;

    /**
     * One kind of thing: its collection, the word in errors, the kind in errors, its name, the type of its contexts.
     */
    private record Kind(String collection, String word, String kind, String name, String type, String reload) {
        JsonNode make(Client api) {
            ObjectNode least =
                    Json.body("label", "g", "destination", CallKit.NONE, "slots_start", "801", "slots_end", "803");
            if (word.equals("queue")) {
                least.put("name", "q" + java.util.UUID.randomUUID());
            }
            return api.post("/" + collection, least).created();
        }

        String path(JsonNode object, JsonNode extension) {
            return item(collection, object) + item("extensions", extension);
        }

        String inUse(JsonNode object, JsonNode extension) {
            String id = word.equals("incall")
                    ? "'" + object.get("id") + "'"
                    : object.get("id").toString();
            return "Resource Error - " + name + " is associated with a Extension ('" + word + "_id': " + id
                    + ", 'extension_id': " + extension.get("id") + ")";
        }

        String taken(JsonNode object, JsonNode extension, String detail) {
            return TAKEN + kind + " ('" + detail + "': " + extension.get("id") + ", 'associated_id': '"
                    + object.get("id") + "')";
        }

        ObjectNode data(JsonNode object, JsonNode extension) {
            ObjectNode data = Json.body(word + "_id", object.get("id"));
            return word.equals("group")
                    ? Json.with(data, "group_uuid", object.get("uuid"), "extension_id", extension.get("id"))
                    : Json.with(data, "extension_id", extension.get("id"));
        }
    }

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
        internal = calls.context("internal");
        kinds = List.of(
                new Kind("incalls", "incall", "incall", "Incall", "incall", "dialplan reload"),
                new Kind("groups", "group", "group", "Group", "internal", "dialplan reload"),
                new Kind("queues", "queue", "queue", "Queue", "internal", "dialplan reload"),
                new Kind("conferences", "conference", "conference", "Conference", "internal", "dialplan reload"),
                new Kind(
                        "parkinglots",
                        "parking_lot",
                        "parking",
                        "ParkingLot",
                        "internal",
                        "module reload res_parking.so"));
    }

    private JsonNode context(Kind kind) {
        return kind.type.equals("internal") ? internal : calls.context(kind.type);
    }

    private void isRefused(String text, String... paths) {
        assertThat(node.heard(() -> {
                    for (String path : paths) {
                        api.put(path).refused(text);
                    }
                }))
                .isEmpty();
    }

    @Covers({
        "conference_extension/events/associated",
        "conference_extension/events/dissociated",
        "conference_extension/paths/1",
        "conference_extension/paths/2",
        "conference_extension/reload/all",
        "conference_extension/rules/dissociate",
        "group_extension/events/associated",
        "group_extension/events/dissociated",
        "group_extension/paths/1",
        "group_extension/paths/2",
        "group_extension/reload/all",
        "group_extension/rules/dissociate",
        "incall_extension/events/associated",
        "incall_extension/events/dissociated",
        "incall_extension/paths/1",
        "incall_extension/paths/2",
        "incall_extension/reload/all",
        "incall_extension/rules/dissociate",
        "parking_lot_extension/events/associated",
        "parking_lot_extension/events/dissociated",
        "parking_lot_extension/paths/1",
        "parking_lot_extension/paths/2",
        "parking_lot_extension/reload/all",
        "parking_lot_extension/rules/dissociate",
        "queue_extension/events/associated",
        "queue_extension/events/dissociated",
        "queue_extension/paths/1",
        "queue_extension/paths/2",
        "queue_extension/reload/all",
        "queue_extension/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        for (Kind kind : kinds) {
            JsonNode object = kind.make(api);
            JsonNode extension = calls.extension(context(kind));
            String path = kind.path(object, extension);
            ObjectNode data = kind.data(object, extension);
            assertThat(node.heard(() -> api.put(path).done()))
                    .containsExactly(reload(kind.reload), event(kind.word + "_extension_associated", tenant, data));
            assertThat(node.heard(() -> api.put(path).done())).isEmpty();
            assertThat(node.heard(() -> api.delete(path).done()))
                    .containsExactly(reload(kind.reload), event(kind.word + "_extension_dissociated", tenant, data));
            assertThat(node.heard(() -> api.delete(path).done())).isEmpty();
        }
    }

    @Covers({
        "conference/embedded/extensions",
        "conference/list/filter/exten",
        "conference_extension/embedded_in/conference",
        "conference_extension/embedded_in/extension",
        "conference_extension/rules/associate_in_order/4",
        "extension/embedded/conference",
        "extension/embedded/group",
        "extension/embedded/incall",
        "extension/embedded/parking_lot",
        "extension/embedded/queue",
        "group/embedded/extensions",
        "group/list/filter/exten",
        "group_extension/embedded_in/extension",
        "group_extension/embedded_in/group",
        "group_extension/rules/associate_in_order/3",
        "incall_extension/embedded_in/extension",
        "incall_extension/embedded_in/incall",
        "incall_extension/rules/associate_in_order/4",
        "parking_lot/list/filter/exten",
        "parking_lot_extension/embedded_in/extension",
        "parking_lot_extension/embedded_in/parking_lot",
        "parking_lot_extension/rules/associate_in_order/4",
        "queue/embedded/extensions",
        "queue/list/filter/exten",
        "queue_extension/embedded_in/extension",
        "queue_extension/embedded_in/queue",
        "queue_extension/rules/associate_in_order/4"
    })
    @Test
    void showsTheLinkOnBothSidesAndFindsByTheNumber() {
        for (Kind kind : kinds) {
            JsonNode object = kind.make(api);
            JsonNode extension = calls.extension(context(kind));
            api.put(kind.path(object, extension)).done();
            JsonNode shown = calls.now(kind.collection, object);
            assertThat(shown.get("extensions")).containsExactly(CallKit.embedded(extension));
            String exten = extension.get("exten").stringValue();
            assertThat(api.get("/" + kind.collection + "?exten=" + exten).items())
                    .containsExactly(shown);
            assertThat(api.get("/" + kind.collection + "?search=" + exten).items())
                    .containsExactly(shown);
            ObjectNode other = Json.body("id", object.get("id"), "links", object.get("links"));
            if (!kind.word.equals("incall")) {
                other.set("name", object.get("name"));
            }
            if (kind.word.equals("group")) {
                other.set("uuid", object.get("uuid"));
            }
            if (kind.word.equals("queue")) {
                other.set("label", object.get("label"));
            }
            assertThat(calls.now("extensions", extension).get(kind.word)).isEqualTo(other);
            api.delete(item("extensions", extension)).refused(kind.taken(object, extension, "extension_id"));
            api.delete(item(kind.collection, object)).done();
            assertThat(calls.now("extensions", extension)).isEqualTo(extension);
        }
    }

    @Covers({
        "conference_extension/lookup",
        "group_extension/lookup",
        "incall_extension/lookup",
        "parking_lot_extension/lookup",
        "queue_extension/lookup"
    })
    @Test
    void looksTheLeftUpFirst() {
        for (Kind kind : kinds) {
            String nothing = "/2000000001";
            api.put("/" + kind.collection + nothing + "/extensions" + nothing)
                    .refused(404, "Resource Not Found - " + kind.name + " was not found ('id': 2000000001)");
            api.put(item(kind.collection, kind.make(api)) + "/extensions" + nothing)
                    .refused(404, "Resource Not Found - Extension was not found ('id': 2000000001)");
        }
    }

    @Covers({
        "conference_extension/cardinality",
        "conference_extension/rules/associate_in_order/2",
        "conference_extension/rules/associate_in_order/3",
        "group_extension/cardinality",
        "group_extension/rules/associate_in_order/1",
        "group_extension/rules/associate_in_order/2",
        "incall_extension/cardinality",
        "incall_extension/rules/associate_in_order/2",
        "incall_extension/rules/associate_in_order/3",
        "parking_lot_extension/cardinality",
        "parking_lot_extension/rules/associate_in_order/2",
        "parking_lot_extension/rules/associate_in_order/3",
        "queue_extension/cardinality",
        "queue_extension/rules/associate_in_order/2",
        "queue_extension/rules/associate_in_order/3"
    })
    @Test
    void isOneToOne() {
        for (Kind kind : kinds) {
            JsonNode context = context(kind);
            JsonNode object = kind.make(api);
            JsonNode other = kind.make(api);
            JsonNode extension = calls.extension(context);
            JsonNode another = calls.extension(context);
            api.put(kind.path(object, extension)).done();
            isRefused(kind.inUse(object, extension), kind.path(object, another), kind.path(other, extension));
        }
    }

    @Covers({"extension/state/1", "line_extension/rules/associate_in_order/4"})
    @Test
    void leadsToOneThingOnly() {
        for (Kind kind : kinds) {
            JsonNode object = kind.make(api);
            JsonNode extension = calls.extension(context(kind));
            api.put(kind.path(object, extension)).done();
            for (Kind other : kinds) {
                if (other != kind) {
                    isRefused(kind.taken(object, extension, "extension_id"), other.path(other.make(api), extension));
                }
            }
            LineKit lines = new LineKit(api);
            JsonNode line = lines.sip(internal);
            isRefused(kind.taken(object, extension, "id"), LineKit.pair(line, extension));
        }
    }

    @Covers({"group_extension/note", "line_extension/side_effects/3"})
    @Test
    void isTakenByLinesOfUsersOnly() {
        JsonNode user = user();
        LineKit lines = new LineKit(api);
        JsonNode line = lines.sip(internal);
        JsonNode extension = calls.extension(internal);
        lines.link(line, extension);
        Kind groups = kinds.get(1);
        JsonNode group = groups.make(api);
        api.put(groups.path(group, extension)).done();
        api.delete(groups.path(group, extension)).done();
        lines.give(user, line);
        isRefused(
                TAKEN + "user ('extension_id': " + extension.get("id") + ", 'associated_id': '" + user.get("id") + "')",
                groups.path(group, extension),
                kinds.get(2).path(kinds.get(2).make(api), extension));
    }

    @Covers({
        "conference_extension/rules/associate_in_order/1",
        "conference_extension/rules/associate_in_order/5",
        "group_extension/rules/associate_in_order/6",
        "incall_extension/rules/associate_in_order/1",
        "incall_extension/rules/associate_in_order/5",
        "parking_lot_extension/rules/associate_in_order/1",
        "parking_lot_extension/rules/associate_in_order/5",
        "queue_extension/rules/associate_in_order/1"
    })
    @Test
    void comparesTenantsFirstButThoseOfGroupsLast() {
        UUID child = tenants.child();
        Client below = api.in(child);
        for (Kind kind : kinds) {
            JsonNode object = kind.make(below);
            JsonNode wrongContext = calls.context("services");
            JsonNode extension = calls.extension(wrongContext);
            String different = "Resource Error - different tenants ('extension_tenant_uuid': '" + tenant + "', '"
                    + kind.word + "_tenant_uuid': '" + child + "')";
            if (kind.word.equals("group")) {
                isRefused(unsuited(extension, "services"), kind.path(object, extension));
                isRefused(different, kind.path(object, calls.extension(internal)));
            } else {
                isRefused(different, kind.path(object, extension));
            }
        }
    }

    private static String unsuited(JsonNode extension, String type) {
        return "Resource Error - ContextType '" + type + "' cannot be associated ('id': " + extension.get("id")
                + ", 'context': '" + extension.get("context").stringValue() + "')";
    }

    @Covers({
        "group_extension/rules/associate_in_order/4",
        "group_extension/rules/associate_in_order/5",
        "queue_extension/rules/associate_in_order/5",
        "queue_extension/rules/associate_in_order/6"
    })
    @Test
    void suitsContextsOfOneTypeAndNumbersOfSomeRanges() {
        for (Kind kind : kinds) {
            JsonNode object = kind.make(api);
            String wrong = kind.type.equals("internal") ? "incall" : "internal";
            JsonNode unsuited = calls.extension(calls.context(wrong));
            isRefused(unsuited(unsuited, wrong), kind.path(object, unsuited));
            if (List.of("group", "conference").contains(kind.word)) {
                JsonNode outside = calls.extension(internal, "9" + kind.word.length());
                isRefused(
                        "Input Error - Extension '" + outside.get("exten").stringValue()
                                + "' is outside of range for context '"
                                + internal.get("name").stringValue() + "'",
                        kind.path(object, outside));
                api.put(kind.path(object, calls.extension(internal, "_9" + kind.word.length() + "X")))
                        .done();
            }
        }
        Kind incalls = kinds.get(0);
        api.put(incalls.path(incalls.make(api), calls.extension(calls.context("incall"), "1")))
                .done();
    }

    @Covers({
        "conference_extension/rules/associate_in_order/6",
        "context/range_membership/1",
        "incall_extension/rules/no_range_check"
    })
    @Test
    void staysSuitedWhenItIsEdited() {
        JsonNode services = calls.context("services");
        for (Kind kind : kinds) {
            JsonNode object = kind.make(api);
            JsonNode extension = calls.extension(context(kind));
            api.put(kind.path(object, extension)).done();
            String path = item("extensions", extension);
            api.put(path, body("context", services.get("name")))
                    .refused("Resource Error - ContextType 'services' cannot be associated");
            String outside = "5" + kind.word.length();
            if (kind.word.equals("parking_lot")) {
                api.put(path, body("exten", outside)).done();
            } else {
                api.put(path, body("exten", outside))
                        .refused("Input Error - Extension '" + outside + "' is outside of range for context '"
                                + extension.get("context").stringValue() + "'");
            }
        }
    }
}
