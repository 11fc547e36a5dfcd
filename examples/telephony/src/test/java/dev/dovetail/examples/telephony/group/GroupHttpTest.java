package dev.dovetail.examples.telephony.group;

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
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers({"group/fields/user_timeout"})
class GroupHttpTest extends HttpTest {
    private static final String NOTHING = "deadbeef-dead-4bad-8bad-deadbeef0001";

    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private static ObjectNode least() {
        return body("label", "group");
    }

    private static String byUuid(JsonNode group) {
        return "/groups/" + group.get("uuid").stringValue();
    }

    @Covers({
        "group/embedded/fallbacks",
        "group/fields/caller_id_mode",
        "group/fields/caller_id_name",
        "group/fields/dtmf_record_toggle",
        "group/fields/enabled",
        "group/fields/id",
        "group/fields/ignore_forward",
        "group/fields/label",
        "group/fields/music_on_hold",
        "group/fields/links",
        "group/fields/mark_answered_elsewhere",
        "group/fields/max_calls",
        "group/fields/name",
        "group/fields/preprocess_subroutine",
        "group/fields/retry_delay",
        "group/fields/ring_in_use",
        "group/fields/ring_strategy",
        "group/fields/tenant_uuid",
        "group/fields/timeout",
        "group/fields/uuid",
        "group/id",
        "group/paths/collection",
        "group/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/groups",
                GroupHttpTest::least,
                Field.string("label")
                        .required()
                        .accepting("aZ09-_. ", "x".repeat(128))
                        .notMatching("", "a/b", "\u00e9")
                        .tooLong(128),
                Field.string("preprocess_subroutine").nullable().accepting("").maxLength(79),
                Field.choice(
                                "ring_strategy",
                                "all",
                                "random",
                                "least_recent",
                                "linear",
                                "fewest_calls",
                                "memorized_round_robin",
                                "weight_random")
                        .byDefault("all"),
                Field.choice("caller_id_mode", "prepend", "overwrite", "append").nullable(),
                Field.string("caller_id_name").nullable().accepting("").maxLength(80),
                Field.string("music_on_hold")
                        .nullable()
                        .accepting("default", "")
                        .tooLong(128),
                Field.bool("dtmf_record_toggle").byDefault(false),
                number("timeout").nullable(),
                number("retry_delay").nullable().byDefault(5),
                number("max_calls").nullable().byDefault(0),
                Field.bool("ring_in_use").byDefault(true),
                Field.bool("mark_answered_elsewhere").byDefault(false),
                Field.bool("enabled").byDefault(true),
                Field.bool("ignore_forward").byDefault(false));
    }

    private static Field number(String name) {
        return Field.integer(name).numbers(0, 7).refusing(-1, "Must be greater than or equal to 0.");
    }

    @Test
    void showsEveryFieldOfANewGroup() {
        var reply = api.post("/groups", least());
        JsonNode created = reply.created();
        String uuid = created.get("uuid").stringValue();
        assertThat(created)
                .isEqualTo(body(
                        "id",
                        created.get("id"),
                        "uuid",
                        uuid,
                        "tenant_uuid",
                        tenant.toString(),
                        "name",
                        "grp-None-" + uuid,
                        "label",
                        "group",
                        "preprocess_subroutine",
                        null,
                        "ring_strategy",
                        "all",
                        "caller_id_mode",
                        null,
                        "caller_id_name",
                        null,
                        "dtmf_record_toggle",
                        false,
                        "timeout",
                        null,
                        "user_timeout",
                        15,
                        "retry_delay",
                        5,
                        "music_on_hold",
                        null,
                        "ring_in_use",
                        true,
                        "mark_answered_elsewhere",
                        false,
                        "enabled",
                        true,
                        "ignore_forward",
                        false,
                        "max_calls",
                        0,
                        "extensions",
                        List.of(),
                        "fallbacks",
                        body("noanswer_destination", null, "congestion_destination", null),
                        "incalls",
                        List.of(),
                        "members",
                        body("users", List.of(), "extensions", List.of()),
                        "schedules",
                        List.of(),
                        "call_permissions",
                        List.of(),
                        "links",
                        List.of(body("rel", "groups", "href", api.url(byUuid(created))))));
        assertThat(reply.header("location")).isEqualTo(api.url(byUuid(created)));
        JsonNode slugged = node.client(Tenants.SLUGGED).post("/groups", least()).created();
        assertThat(slugged.get("name").stringValue()).startsWith("grp-slug1-");
    }

    @Covers("group/not_found")
    @Test
    void isOneObjectUnderIdAndUuid() {
        JsonNode group = calls.group();
        for (String path : List.of(
                item("groups", group),
                byUuid(group),
                byUuid(group).toUpperCase(java.util.Locale.ROOT).replace("GROUPS", "groups"))) {
            assertThat(api.get(path).found()).isEqualTo(group);
            api.put(path, body()).done();
        }
        String byId = "Resource Not Found - Group was not found ('id': 2000000001)";
        String byUuid = "Resource Not Found - Group was not found ('uuid': '" + NOTHING + "')";
        for (String rest : List.of("", "/fallbacks")) {
            api.get("/groups/2000000001" + rest).refused(404, byId);
            api.put("/groups/2000000001" + rest, body()).refused(404, byId);
            api.get("/groups/" + NOTHING + rest).refused(404, byUuid);
            api.put("/groups/" + NOTHING + rest, body()).refused(404, byUuid);
        }
        api.delete("/groups/" + NOTHING).refused(404, byUuid);
        api.delete(byUuid(group)).done();
        api.get(item("groups", group))
                .refused(404, "Resource Not Found - Group was not found ('id': " + group.get("id") + ")");
        assertThat(api.send("POST", "/groups", "null").status()).isEqualTo(500);
    }

    @Covers("group/rules/create_in_order/1")
    @Test
    void keepsItsOddities() {
        assertThat(calls.group("user_timeout", null).get("user_timeout").asInt())
                .isZero();
        assertThat(calls.group().get("user_timeout").asInt()).isEqualTo(15);
        api.post("/groups", Json.with(least(), "user_timeout", -1))
                .refused("Input Error - user_timeout: ['Must be greater than or equal to 0.']");
        api.post("/groups", Json.with(least(), "user_timeout", "x"))
                .refused("Input Error - user_timeout: ['Not a valid integer.']");
        JsonNode group = calls.group("ignore_forward", true, "user_timeout", 3);
        assertThat(group.get("ignore_forward").asBoolean()).isTrue();
        api.put(item("groups", group), body("user_timeout", null)).done();
        JsonNode edited = calls.now("groups", group);
        assertThat(edited.get("ignore_forward").asBoolean()).isFalse();
        assertThat(edited.get("user_timeout").isNull()).isTrue();
        assertThat(api.post("/groups", body("name", "old"))
                        .created()
                        .get("label")
                        .stringValue())
                .isEqualTo("old");
        api.put(item("groups", group), body("name", "older")).done();
        assertThat(calls.now("groups", group).get("label").stringValue()).isEqualTo("older");
    }

    @Covers({"group/events/created", "group/events/deleted", "group/events/edited", "group/reload/all"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        String reload = reload("module reload app_queue.so");
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(calls.group()));
        JsonNode group = made.get(0);
        ObjectNode data = body("id", group.get("id"), "uuid", group.get("uuid"));
        assertThat(created).containsExactly(reload, event("group_created", tenant, data));
        assertThat(node.heard(() -> api.put(item("groups", group), body()).done()))
                .containsExactly(reload, event("group_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(item("groups", group)).done()))
                .containsExactly(reload, event("group_deleted", tenant, data));
    }

    @Covers({"group/rules/create_in_order/2", "group/rules/edit/1"})
    @Test
    void knowsTheMusicOfItsTenant() {
        JsonNode group = calls.group("music_on_hold", calls.moh().get("name"));
        for (Object passes : List.of("", "default")) {
            api.put(item("groups", group), body("music_on_hold", passes)).done();
            assertThat(calls.now("groups", group).get("music_on_hold").stringValue())
                    .isEqualTo(passes);
        }
        api.put(item("groups", group), body("music_on_hold", null)).done();
        String name =
                new CallKit(node.client(tenants.sibling())).moh().get("name").stringValue();
        String text = "Input Error - field 'music_on_hold': MOH was not found ('music_on_hold': '" + name + "')";
        api.put(item("groups", group), body("music_on_hold", name)).refused(text);
        api.post("/groups", Json.with(least(), "music_on_hold", name)).refused(text);
        api.post("/users", body("firstname", "Ann", "music_on_hold", name)).refused(text);
        user("music_on_hold", calls.moh().get("name"));
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/groups", calls::group).check();
    }

    @Covers({
        "group/list/default_sort",
        "group/list/filter/id",
        "group/list/filter/label",
        "group/list/filter/name",
        "group/list/filter/preprocess_subroutine",
        "group/list/search"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = calls.group("label", "Bee", "preprocess_subroutine", "sub");
        JsonNode a = calls.group("label", "Ant");
        for (String query : List.of(
                "search=bee",
                "search=SUB",
                "label=Bee",
                "preprocess_subroutine=sub",
                "id=" + b.get("id"),
                "name=" + b.get("name").stringValue(),
                "search=" + b.get("uuid").stringValue())) {
            assertThat(api.get("/groups?" + query).items("id")).as(query).containsExactly("" + b.get("id"));
        }
        assertThat(api.get("/groups").items("id")).containsExactly("" + a.get("id"), "" + b.get("id"));
        assertThat(api.get("/groups?order=preprocess_subroutine").items("id"))
                .containsExactly("" + b.get("id"), "" + a.get("id"));
    }

    @Covers({
        "group/subresources/1/event",
        "group/subresources/1/methods/GET",
        "group/subresources/1/methods/PUT",
        "group/subresources/1/note",
        "group/subresources/1/path",
        "group/subresources/1/reload"
    })
    @Test
    void hasFallbacks() {
        JsonNode group = calls.group();
        JsonNode user = user();
        String path = item("groups", group) + "/fallbacks";
        var heard = node.heard(() -> api.put(
                        path, body("noanswer_destination", CallKit.to(user), "congestion_destination", CallKit.NONE))
                .done());
        assertThat(heard)
                .containsExactly(
                        event("group_fallback_edited", tenant, body("id", group.get("id"), "uuid", group.get("uuid"))));
        JsonNode shown = body("noanswer_destination", CallKit.shown(user), "congestion_destination", CallKit.NONE);
        assertThat(api.get(path).found()).isEqualTo(shown);
        assertThat(calls.now("groups", group).get("fallbacks")).isEqualTo(shown);
        node.client(tenants.sibling()).put(byUuid(group) + "/fallbacks", body()).done();
        assertThat(api.get(path).found()).isEqualTo(body("noanswer_destination", null, "congestion_destination", null));
        api.put(path, body("noanswer_destination", body("type", "x"), "congestion_destination", 1))
                .refused(
                        "Input Error - noanswer_destination: {'type': ['Must be one of: application, conference, custom,"
                                + " extension, group, hangup, ivr, none, outcall, queue, sound, switchboard, user,"
                                + " voicemail.']}",
                        "Input Error - congestion_destination: {'_schema': ['Invalid input type.']}");
        api.put(path, body("congestion_destination", body("type", "ivr", "ivr_id", 2000000001)))
                .refused("Input Error - field 'actionarg1': IVR was not found ('actionarg1': 2000000001)");
    }

    @Covers({
        "group_member_extension/attributes/priority",
        "group_member_extension/cardinality",
        "group_member_extension/embedded_in/group",
        "group_member_extension/events/associated",
        "group_member_extension/paths/1",
        "group_member_extension/reload/all",
        "group_member_extension/rules/associate/1"
    })
    @Test
    void ringsNumbersAsWell() {
        JsonNode group = calls.group();
        String path = item("groups", group) + "/members/extensions";
        ObjectNode last = body("exten", "1", "context", "c", "priority", 7);
        ObjectNode second = body("exten", "2", "context", "c");
        var heard = node.heard(() ->
                api.put(path, body("extensions", List.of(last, second))).done());
        assertThat(heard)
                .containsExactly(
                        reload(
                                "module reload res_pjsip.so",
                                "module reload app_queue.so",
                                "module reload chan_sccp.so"),
                        event(
                                "group_member_extensions_associated",
                                tenant,
                                body(
                                        "group_id",
                                        group.get("id"),
                                        "group_uuid",
                                        group.get("uuid"),
                                        "extensions",
                                        List.of(body("exten", "1", "context", "c"), second))));
        assertThat(calls.now("groups", group).get("members").get("extensions"))
                .containsExactly(Json.with(second, "priority", 1), last);
        assertThat(node.heard(() -> {
                    api.put(path, body("extensions", List.of(second, Json.with(second, "priority", 3))))
                            .refused(
                                    "Resource Error - Operation not permitted. Cannot associate same extensions more than"
                                            + " once");
                    api.put(path, body()).refused("Input Error - extensions: ['Missing data for required field.']");
                    api.put(path, body("extensions", null))
                            .refused("Input Error - extensions: ['Field may not be null.']");
                    api.put(path, body("extensions", List.of(body("priority", -1))))
                            .refused("Input Error - extensions: {0: {'exten': ['Missing data for required field.'],"
                                    + " 'context': ['Missing data for required field.'],"
                                    + " 'priority': ['Must be greater than or equal to 0.']}}");
                }))
                .isEmpty();
        assertThat(api.get(path).status()).isEqualTo(405);
        api.put(path, body("extensions", List.of())).done();
        assertThat(calls.now("groups", group)).isEqualTo(group);
        api.put("/groups/2000000001/members/extensions", body("extensions", List.of()))
                .refused(404, "Resource Not Found - Group was not found ('id': 2000000001)");
    }
}
