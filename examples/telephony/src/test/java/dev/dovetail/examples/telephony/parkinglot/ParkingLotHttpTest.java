package dev.dovetail.examples.telephony.parkinglot;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ParkingLotHttpTest extends HttpTest {
    private CallKit calls;
    private JsonNode internal;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
        internal = calls.context("internal");
    }

    private static ObjectNode least() {
        return body("slots_start", "801", "slots_end", "805");
    }

    private JsonNode lot(Object... namesAndValues) {
        return api.post("/parkinglots", Json.with(least(), namesAndValues)).created();
    }

    private JsonNode dialled(String start, String end) {
        JsonNode lot = calls.lot(start, end);
        api.put(item("parkinglots", lot) + item("extensions", calls.extension(internal)))
                .done();
        return lot;
    }

    @Covers({
        "parking_lot/fields/music_on_hold",
        "parking_lot/fields/name",
        "parking_lot/fields/slots_end",
        "parking_lot/fields/slots_start",
        "parking_lot/fields/timeout",
        "parking_lot/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/parkinglots",
                ParkingLotHttpTest::least,
                Field.string("name").nullable().accepting("").maxLength(128),
                Field.string("slots_start")
                        .required()
                        .accepting("1", "0801")
                        .refusingAll("Invalid input.", "", "8a", "-1")
                        .refusing("1".repeat(41), "Longer than maximum length 40."),
                Field.string("slots_end")
                        .required()
                        .accepting("805", "9".repeat(40))
                        .refusingAll("Invalid input.", "", "8a", "-1")
                        .refusing("1".repeat(41), "Longer than maximum length 40."),
                Field.string("music_on_hold")
                        .nullable()
                        .byDefault("default")
                        .accepting("default", "")
                        .tooLong(128),
                Field.integer("timeout")
                        .nullable()
                        .byDefault(45)
                        .numbers(0, 60)
                        .refusing(-1, "Must be greater than or equal to 0."));
    }

    @Covers({"parking_lot/not_found", "parking_lot/schema_rule"})
    @Test
    void showsEveryFieldOfANewLot() {
        JsonNode created = lot();
        assertThat(created)
                .isEqualTo(Json.with(
                        least(),
                        "id",
                        created.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "name",
                        null,
                        "timeout",
                        45,
                        "music_on_hold",
                        "default",
                        "extensions",
                        List.of(),
                        "links",
                        List.of(body("rel", "parkinglots", "href", api.url(item("parkinglots", created))))));
        assertThat(lot("timeout", null, "music_on_hold", null).get("timeout").isNull())
                .isTrue();
        api.post("/parkinglots", body("slots_start", "806", "slots_end", "805"))
                .refused("Input Error - _schema: ['It is not a valid range']");
        api.put(item("parkinglots", created), body("slots_start", "806")).done();
        api.get("/parkinglots/2000000001")
                .refused(404, "Resource Not Found - ParkingLot was not found ('id': 2000000001)");
    }

    @Covers({
        "parking_lot/events/created",
        "parking_lot/events/deleted",
        "parking_lot/events/edited",
        "parking_lot/reload/all"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        String reload = reload("module reload res_parking.so");
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(lot()));
        JsonNode lot = made.get(0);
        ObjectNode data = body("id", lot.get("id"));
        assertThat(created).containsExactly(reload, event("parking_lot_created", tenant, data));
        assertThat(node.heard(() -> api.put(item("parkinglots", lot), body()).done()))
                .containsExactly(reload, event("parking_lot_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(item("parkinglots", lot)).done()))
                .containsExactly(reload, event("parking_lot_deleted", tenant, data));
    }

    @Covers({"parking_lot/rules/create/1", "parking_lot/rules/edit_in_order/3"})
    @Test
    void knowsTheMusicOfItsTenant() {
        JsonNode lot = lot("music_on_hold", calls.moh().get("name"));
        api.put(item("parkinglots", lot), body("music_on_hold", "")).done();
        JsonNode foreign = new CallKit(node.client(tenants.sibling())).moh();
        String name = foreign.get("name").stringValue();
        String text = "Input Error - field 'music_on_hold': MOH was not found ('music_on_hold': '" + name + "')";
        api.put(item("parkinglots", lot), body("music_on_hold", name)).refused(text);
        api.post("/parkinglots", Json.with(least(), "music_on_hold", name)).refused(text);
    }

    @Covers("parking_lot/list/default_sort")
    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/parkinglots", this::lot).check();
    }

    @Covers({
        "parking_lot/embedded/extensions",
        "parking_lot/fields/id",
        "parking_lot/fields/links",
        "parking_lot/fields/tenant_uuid",
        "parking_lot/id",
        "parking_lot/list/filter/context",
        "parking_lot/list/filter/id",
        "parking_lot/list/filter/name",
        "parking_lot/list/filter/slots_end",
        "parking_lot/list/filter/slots_start",
        "parking_lot/list/filter/timeout",
        "parking_lot/list/search/context",
        "parking_lot/list/search/exten",
        "parking_lot/list/search/name",
        "parking_lot/list/search/slots_end",
        "parking_lot/list/search/slots_start",
        "parking_lot/list/search/timeout",
        "parking_lot/paths/collection"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = lot("name", "Bee", "slots_start", "7771", "slots_end", "7779", "timeout", 333);
        JsonNode a = lot("name", "ann");
        api.put(item("parkinglots", b) + item("extensions", calls.extension(internal)))
                .done();
        String context = internal.get("name").stringValue();
        for (String query : List.of(
                "search=bee",
                "search=7771",
                "search=7779",
                "search=333",
                "search=" + context,
                "name=Bee",
                "slots_start=7771",
                "slots_end=7779",
                "timeout=333",
                "id=" + b.get("id"),
                "context=" + context)) {
            assertThat(api.get("/parkinglots?" + query).items("id")).as(query).containsExactly("" + b.get("id"));
        }
        for (String column : List.of("slots_start", "exten", "context")) {
            assertThat(api.get("/parkinglots?order=" + column).items("id").get(0))
                    .as(column)
                    .isEqualTo("" + b.get("id"));
        }
        assertThat(api.get("/parkinglots?order=timeout").items("id"))
                .containsExactly("" + a.get("id"), "" + b.get("id"));
    }

    @Covers({
        "extension/rules/create_in_order/3",
        "extension/rules/edit_in_order/2",
        "extension/rules/edit_in_order/3",
        "parking_lot/rules/slot_test"
    })
    @Test
    void keepsNumbersOutOfTheSlotsOfItsContext() {
        JsonNode lot = dialled("801", "805");
        String text = "Resource Error - ParkingLot already exists ('id': " + lot.get("id")
                + ", 'slots_start': '801', 'slots_end': '805')";
        for (String slot : List.of("801", "803", "805")) {
            api.post("/extensions", body("exten", slot, "context", internal.get("name")))
                    .refused(text);
        }
        JsonNode extension = calls.extension(internal, "806");
        api.put(item("extensions", extension), body("exten", "805")).refused(text);
        for (String free : List.of("800", "0803", "8030", "80", "_80X", "*801")) {
            calls.extension(internal, free);
        }
        calls.extension(calls.context("internal"), "803");
    }

    @Covers({
        "conventions/6/text_of_business_errors/19",
        "parking_lot/rules/edit_in_order/1",
        "parking_lot_extension/rules/associate_in_order/6",
        "parking_lot_extension/rules/associate_in_order/7"
    })
    @Test
    void takesFreeSlotsOnly() {
        JsonNode taken = calls.extension(internal, "803");
        calls.extension(internal, "_80X");
        JsonNode lot = lot();
        String path = item("parkinglots", lot) + item("extensions", calls.extension(internal));
        String exists = "Resource Error - Extension already exists ('id': " + taken.get("id")
                + ", 'exten': '803', 'context': '" + internal.get("name").stringValue() + "')";
        api.put(path).refused(exists);
        api.put(item("extensions", taken), body("exten", "7")).done();
        api.put(path).done();
        JsonNode outside = calls.extension(internal, "900");
        api.put(item("parkinglots", lot), body("slots_end", "900"))
                .refused(exists.replace("" + taken.get("id"), "" + outside.get("id"))
                        .replace("803", "900"));
        JsonNode own = lot("slots_start", "7000", "slots_end", "7001");
        JsonNode number = calls.extension(internal, "7000");
        api.put(item("parkinglots", own) + item("extensions", number))
                .refused(exists.replace("" + taken.get("id"), "" + number.get("id"))
                        .replace("803", "7000"));
        JsonNode pattern = calls.extension(internal, "_7XX");
        api.put(item("parkinglots", own) + item("extensions", pattern))
                .refused("Input Error - exten '_7XX' cannot be a pattern");
    }

    @Covers({
        "conventions/6/text_of_business_errors/11",
        "parking_lot/rules/edit_in_order/2",
        "parking_lot_extension/rules/associate_in_order/8"
    })
    @Test
    void keepsLotsOfOneContextApart() {
        JsonNode lot = dialled("801", "805");
        for (List<String> slots : List.of(
                List.of("805", "810", "805"),
                List.of("700", "801", "801"),
                List.of("700", "900", "801"),
                List.of("802", "803", "802"))) {
            JsonNode other = calls.lot(slots.get(0), slots.get(1));
            String path = item("parkinglots", other);
            String text = "Resource Error - Extension is already used for a destination or parking slot ('exten': '"
                    + slots.get(2) + "', 'context': '" + internal.get("name").stringValue()
                    + "', 'parking_lot_id': " + lot.get("id") + ")";
            JsonNode extension = calls.extension(internal);
            api.put(path + item("extensions", extension)).refused(text);
            api.put(path, body("slots_start", "1", "slots_end", "2")).done();
            api.put(path + item("extensions", extension)).done();
            api.put(path, body("slots_start", slots.get(0), "slots_end", slots.get(1)))
                    .refused(text);
            api.delete(path).done();
        }
        api.put(item("parkinglots", lot), body("slots_end", "806")).done();
    }

    /** Without a lock on the context both would pass: the lot looks for numbers, the number for lots. */
    @Test
    void letsOnlyOneOfALotAndANumberInAtTheSameMoment() {
        for (int i = 0; i < 5; i++) {
            String slot = String.valueOf(next());
            JsonNode lot = calls.lot(slot, slot);
            JsonNode extension = calls.extension(internal);
            List<Integer> statuses;
            try (Together two = Together.of(2)) {
                statuses = two.run(which -> which == 0
                        ? api.put(item("parkinglots", lot) + item("extensions", extension))
                                .status()
                        : api.post("/extensions", body("exten", slot, "context", internal.get("name")))
                                .status());
            }
            assertThat(statuses).containsAnyOf(204, 201).contains(400);
        }
    }
}
