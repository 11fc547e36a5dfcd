package dev.dovetail.examples.telephony.schedule;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers({"schedule/fields/closed_destination", "schedule/nested/period/hours_end", "schedule/nested/period/hours_start"
})
class ScheduleHttpTest extends HttpTest {
    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private static ObjectNode least() {
        return body("closed_destination", CallKit.NONE);
    }

    private static ObjectNode period(Object... more) {
        return Json.with(body("hours_start", "08:00", "hours_end", "17:30"), more);
    }

    private static ObjectNode whole(ObjectNode period) {
        return Json.with(body("week_days", upTo(7), "month_days", upTo(31), "months", upTo(12)))
                .setAll(period);
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Covers({
        "schedule/fields/enabled",
        "schedule/fields/exceptional_periods",
        "schedule/fields/name",
        "schedule/fields/open_periods",
        "schedule/fields/timezone",
        "schedule/nested/period/6/rule",
        "schedule/nested/period/7/rule",
        "schedule/nested/period/month_days",
        "schedule/nested/period/months",
        "schedule/nested/period/week_days",
        "schedule/nested/period_with_destination/1",
        "schedule/nested/period_with_destination/destination",
        "schedule/notes/1"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        ObjectNode some = period("week_days", List.of(1, 5), "month_days", List.of(31), "months", List.of(12));
        return FieldTests.of(
                api,
                "/schedules",
                ScheduleHttpTest::least,
                Field.string("name").nullable().accepting("").maxLength(128),
                Field.string("timezone").nullable().accepting("", "Not/A_Zone").maxLength(128),
                Field.any("open_periods")
                        .byDefault(List.of())
                        .accepting(List.of(some), List.of())
                        .showing(List.of(period()), List.of(whole(period())))
                        .refusing(1, "Invalid type.")
                        .refusingAs(List.of(1), "{0: {'_schema': ['Invalid input type.']}}")
                        .refusingAs(
                                List.of(body()),
                                "{0: {'hours_start': ['Missing data for required field.'],"
                                        + " 'hours_end': ['Missing data for required field.']}}")
                        .refusingAs(
                                List.of(period(), period("hours_start", "24:00", "hours_end", "1:00")),
                                "{1: {'hours_start': ['String does not match expected pattern.'],"
                                        + " 'hours_end': ['String does not match expected pattern.']}}")
                        .refusingAs(
                                List.of(period("hours_start", 1, "hours_end", 1)),
                                "{0: {'hours_start': ['Not a valid string.'], 'hours_end': ['Not a valid string.']}}")
                        .refusingAs(
                                List.of(period("hours_end", "07:59")),
                                "{0: {'_schema': ['hours_end is before hours_start']}}")
                        .refusingAs(
                                List.of(period("week_days", List.of(), "month_days", List.of(), "months", List.of())),
                                "{0: {'week_days': ['week_days cannot be empty'],"
                                        + " 'month_days': ['month_days cannot be empty'],"
                                        + " 'months': ['months cannot be empty']}}")
                        .refusingAs(
                                List.of(period("week_days", List.of(1, 8), "months", List.of(0))),
                                "{0: {'week_days': {1: ['Must be greater than or equal to 1 and less than or equal to"
                                        + " 7.']}, 'months': {0: ['Must be greater than or equal to 1 and less than or"
                                        + " equal to 12.']}}}")
                        .refusingAs(
                                List.of(period("week_days", null, "months", 1)),
                                "{0: {'week_days': ['Field may not be null.'], 'months': ['Not a valid list.']}}"),
                Field.any("exceptional_periods")
                        .byDefault(List.of())
                        .accepting(List.of(Json.with(some, "destination", CallKit.NONE)))
                        .showing(
                                List.of(period("destination", CallKit.NONE)),
                                List.of(whole(period("destination", CallKit.NONE))))
                        .refusingAs(List.of(period()), "{0: {'destination': ['Missing data for required field.']}}")
                        .refusingAs(
                                List.of(period("destination", body("type", "user"))),
                                "{0: {'destination': {'user_id': ['Missing data for required field.']}}}"),
                Field.any("enabled")
                        .byDefault(true)
                        .accepting(true, false)
                        .showing("no", false)
                        .refusing("x", "Not a valid boolean."));
    }

    @Test
    void showsEveryFieldOfANewSchedule() {
        String field = "Input Error - closed_destination: ";
        api.post("/schedules", body()).refused(field + "['Missing data for required field.']");
        api.post("/schedules", body("closed_destination", null)).refused(field + "['Field may not be null.']");
        JsonNode created = calls.schedule();
        assertThat(created)
                .isEqualTo(Json.with(
                        least(),
                        "id",
                        created.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "name",
                        null,
                        "timezone",
                        null,
                        "open_periods",
                        List.of(),
                        "exceptional_periods",
                        List.of(),
                        "enabled",
                        true,
                        "incalls",
                        List.of(),
                        "users",
                        List.of(),
                        "groups",
                        List.of(),
                        "queues",
                        List.of(),
                        "outcalls",
                        List.of(),
                        "links",
                        List.of(body("rel", "schedules", "href", api.url(item("schedules", created))))));
        api.post("/schedules", body())
                .refused("Input Error - closed_destination: ['Missing data for required field.']");
        api.get("/schedules/2000000001").refused(404, "Resource Not Found - Schedule was not found ('id': 2000000001)");
    }

    @Covers({"schedule/rules/create/1", "schedule/rules/create/3", "schedule/rules/edit"})
    @Test
    void looksForUsersOnly() {
        JsonNode schedule = calls.schedule();
        ObjectNode user = body("type", "user", "user_id", 2000000001);
        String text = "Input Error - field 'fallback_actionid': User was not found ('fallback_actionid': 2000000001)";
        api.post("/schedules", body("closed_destination", user)).refused(text);
        api.put(item("schedules", schedule), body("closed_destination", user)).refused(text);
        String uuid = "deadbeef-dead-4bad-8bad-deadbeef0001";
        api.put(
                        item("schedules", schedule),
                        body("closed_destination", Json.with(CallKit.to(user()), "moh_uuid", uuid)))
                .refused("Input Error - field 'moh_uuid': MOH was not found ('moh_uuid': '" + uuid + "')");
        JsonNode group = body("type", "group", "group_id", 2000000001, "ring_time", null);
        api.put(
                        item("schedules", schedule),
                        body("closed_destination", group, "exceptional_periods", List.of(period("destination", user))))
                .done();
        assertThat(calls.now("schedules", schedule).get("closed_destination")).isEqualTo(group);
    }

    @Covers({"schedule/events/created", "schedule/events/deleted", "schedule/events/edited", "schedule/reload"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(calls.schedule()));
        JsonNode schedule = made.get(0);
        ObjectNode data = body("id", schedule.get("id"));
        assertThat(created).containsExactly(event("schedule_created", tenant, data));
        assertThat(node.heard(() -> api.put(item("schedules", schedule), body()).done()))
                .containsExactly(event("schedule_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(item("schedules", schedule)).done()))
                .containsExactly(event("schedule_deleted", tenant, data));
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/schedules", calls::schedule).check();
    }

    @Covers({
        "schedule/list/default_sort",
        "schedule/list/filter/id",
        "schedule/list/filter/name",
        "schedule/list/filter/timezone",
        "schedule/list/search"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = calls.schedule("name", "Bee", "timezone", "Europe/Paris");
        JsonNode a = calls.schedule("name", "Ant", "timezone", "X");
        for (String query :
                List.of("search=bee", "search=paris", "name=Bee", "timezone=Europe/Paris", "id=" + b.get("id"))) {
            assertThat(api.get("/schedules?" + query).items("id")).containsExactly("" + b.get("id"));
        }
        assertThat(api.get("/schedules").items("id")).containsExactly("" + a.get("id"), "" + b.get("id"));
        assertThat(api.get("/schedules?order=timezone").items("id").get(0)).isEqualTo("" + b.get("id"));
    }

    private record Kind(String collection, String word, String name, String told) {}

    @Covers({
        "group/embedded/schedules",
        "group_schedule/cardinality",
        "group_schedule/embedded_in/group",
        "group_schedule/embedded_in/schedule",
        "group_schedule/events/associated",
        "group_schedule/events/dissociated",
        "group_schedule/lookup",
        "group_schedule/paths/1",
        "group_schedule/paths/2",
        "group_schedule/reload",
        "group_schedule/rules/associate_in_order/1",
        "group_schedule/rules/associate_in_order/2",
        "group_schedule/rules/dissociate",
        "incall/embedded/schedules",
        "incall_schedule/cardinality",
        "incall_schedule/embedded_in/incall",
        "incall_schedule/embedded_in/schedule",
        "incall_schedule/events/associated",
        "incall_schedule/events/dissociated",
        "incall_schedule/lookup",
        "incall_schedule/paths/1",
        "incall_schedule/paths/2",
        "incall_schedule/reload",
        "incall_schedule/rules/associate_in_order/1",
        "incall_schedule/rules/associate_in_order/2",
        "incall_schedule/rules/dissociate",
        "outcall/embedded/schedules",
        "outcall_schedule/cardinality",
        "outcall_schedule/embedded_in/outcall",
        "outcall_schedule/embedded_in/schedule",
        "outcall_schedule/events/associated",
        "outcall_schedule/events/dissociated",
        "outcall_schedule/lookup",
        "outcall_schedule/paths/1",
        "outcall_schedule/paths/2",
        "outcall_schedule/reload",
        "outcall_schedule/rules/associate_in_order/1",
        "outcall_schedule/rules/associate_in_order/2",
        "outcall_schedule/rules/dissociate",
        "queue/embedded/schedules",
        "queue_schedule/cardinality",
        "queue_schedule/embedded_in/queue",
        "queue_schedule/embedded_in/schedule",
        "queue_schedule/events/associated",
        "queue_schedule/events/dissociated",
        "queue_schedule/lookup",
        "queue_schedule/paths/1",
        "queue_schedule/paths/2",
        "queue_schedule/reload",
        "queue_schedule/rules/associate_in_order/1",
        "queue_schedule/rules/associate_in_order/2",
        "queue_schedule/rules/dissociate",
        "schedule/embedded/groups",
        "schedule/embedded/incalls",
        "schedule/embedded/outcalls",
        "schedule/embedded/queues",
        "schedule/embedded/users",
        "schedule/fields/id",
        "schedule/fields/links",
        "schedule/fields/tenant_uuid",
        "schedule/id",
        "schedule/not_found",
        "schedule/paths/collection",
        "schedule/paths/item",
        "schedule/rules/delete",
        "user/embedded/schedules",
        "user_schedule/cardinality",
        "user_schedule/embedded_in/schedule",
        "user_schedule/embedded_in/user",
        "user_schedule/events/associated",
        "user_schedule/events/dissociated",
        "user_schedule/lookup",
        "user_schedule/paths/1",
        "user_schedule/paths/2",
        "user_schedule/reload",
        "user_schedule/rules/associate_in_order/1",
        "user_schedule/rules/associate_in_order/2",
        "user_schedule/rules/dissociate"
    })
    @Test
    void isLinkedToWhateverMayBeClosed() {
        for (Kind kind : List.of(
                new Kind("incalls", "incall", "Incall", "'incall_id': <id>"),
                new Kind("groups", "group", "Group", "'group_uuid': UUID('<uuid>')"),
                new Kind("queues", "queue", "Queue", "'queue_id': <id>"),
                new Kind("outcalls", "outcall", "Outcall", "'outcall_id': <id>"),
                new Kind("users", "user", "User", "'user_id': <id>"))) {
            ObjectNode least = body("destination", CallKit.NONE, "label", "g", "firstname", "Ann");
            if (List.of("queue", "outcall").contains(kind.word)) {
                least.put("name", kind.word);
            }
            JsonNode object = api.post("/" + kind.collection, least).created();
            JsonNode schedule = calls.schedule("name", "open");
            String path = item(kind.collection, object) + item("schedules", schedule);
            String name = kind.word + "_schedule_";
            assertThat(node.heard(() -> api.put(path).done()))
                    .containsExactly(told(kind, name + "associated", object, schedule));
            assertThat(node.heard(() -> api.put(path).done())).isEmpty();
            assertThat(calls.now(kind.collection, object).get("schedules"))
                    .containsExactly(
                            kind.word.equals("outcall")
                                    ? Json.with(embedded(schedule), "tenant_uuid", tenant)
                                    : embedded(schedule));
            JsonNode shown =
                    calls.now("schedules", schedule).get(kind.collection).get(0);
            assertThat(shown.get("links")).isEqualTo(object.get("links"));
            assertThat(shown.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            switch (kind.word) {
                                case "incall" -> List.of("id", "links");
                                case "group" -> List.of("id", "uuid", "name", "links");
                                case "queue" -> List.of("id", "name", "label", "links");
                                case "outcall" -> List.of("id", "name", "links");
                                default -> List.of("uuid", "firstname", "lastname", "links");
                            });
            JsonNode foreign = new CallKit(api.in(tenants.child())).schedule();
            String uuid = object.has("uuid") ? object.get("uuid").stringValue() : "";
            String told = kind.told.replace("<id>", "" + object.get("id")).replace("<uuid>", uuid);
            assertThat(node.heard(() -> {
                        api.put(item(kind.collection, object) + item("schedules", foreign))
                                .refused("Resource Error - different tenants ('" + kind.word + "_tenant_uuid': '"
                                        + tenant + "', 'schedule_tenant_uuid': '" + tenants.child() + "')");
                        api.put(item(kind.collection, object) + item("schedules", calls.schedule()))
                                .refused("Resource Error - " + kind.name + " is associated with a Schedule (" + told
                                        + ", 'schedule_id': " + schedule.get("id") + ")");
                    }))
                    .allMatch(line -> line.startsWith("schedule_created"));
            api.put("/" + kind.collection + "/2000000001/schedules/2000000001")
                    .refused(404, "Resource Not Found - " + kind.name + " was not found ('id': 2000000001)");
            api.put(item(kind.collection, object) + "/schedules/2000000001")
                    .refused(404, "Resource Not Found - Schedule was not found ('id': 2000000001)");
            assertThat(node.heard(() -> api.delete(path).done()))
                    .containsExactly(told(kind, name + "dissociated", object, schedule));
            assertThat(node.heard(() -> api.delete(path).done())).isEmpty();
            api.put(path).done();
            api.delete(item("schedules", schedule)).done();
            assertThat(calls.now(kind.collection, object).get("schedules")).isEmpty();
            api.put(item(kind.collection, object) + item("schedules", calls.schedule()))
                    .done();
            api.delete(item(kind.collection, object)).done();
        }
    }

    private static ObjectNode embedded(JsonNode schedule) {
        return body("id", schedule.get("id"), "name", "open", "links", schedule.get("links"));
    }

    private String told(Kind kind, String name, JsonNode object, JsonNode schedule) {
        if (kind.word.equals("user")) {
            String uuid = object.get("uuid").stringValue();
            return event(name, tenant, uuid, body("user_uuid", uuid, "schedule_id", schedule.get("id")));
        }
        ObjectNode data = body(kind.word + "_id", object.get("id"), "schedule_id", schedule.get("id"));
        return event(
                name, tenant, kind.word.equals("group") ? Json.with(data, "group_uuid", object.get("uuid")) : data);
    }
}
