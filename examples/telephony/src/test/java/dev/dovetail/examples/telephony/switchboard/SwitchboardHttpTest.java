package dev.dovetail.examples.telephony.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers({"switchboard_member_user/lookup"})
class SwitchboardHttpTest extends HttpTest {
    private static final String NOTHING = "deadbeef-dead-4bad-8bad-deadbeef0001";

    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private static ObjectNode least() {
        return body("name", "board");
    }

    private String members(JsonNode board) {
        return item("switchboards", board) + "/members/users";
    }

    private static ObjectNode users(JsonNode... users) {
        return body(
                "users",
                java.util.Arrays.stream(users)
                        .map(user -> body("uuid", user.get("uuid")))
                        .toList());
    }

    /** Returns the line of an event: for everybody, or for some users. */
    private String told(String name, JsonNode board, Object data, JsonNode... users) {
        TreeMap<String, Object> headers = new TreeMap<>();
        headers.put("switchboard_uuid", board.get("uuid").stringValue());
        headers.put("tenant_uuid", tenant);
        if (!name.contains("member")) {
            headers.put("user_uuid:*", true);
        }
        for (JsonNode user : users) {
            headers.put("user_uuid:" + user.get("uuid").stringValue(), true);
        }
        return Journal.event(name, headers, data);
    }

    @Covers({
        "switchboard/fields/name",
        "switchboard/fields/queue_music_on_hold",
        "switchboard/fields/timeout",
        "switchboard/fields/waiting_room_music_on_hold",
        "switchboard/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/switchboards",
                SwitchboardHttpTest::least,
                Field.string("name").required().accepting("").maxLength(128),
                Field.integer("timeout").nullable().numbers(1, 9).refusing(0, "Must be greater than or equal to 1."),
                Field.string("queue_music_on_hold").nullable().showing("", null).tooLong(128),
                Field.string("waiting_room_music_on_hold")
                        .nullable()
                        .showing("", null)
                        .tooLong(128));
    }

    @Covers("switchboard/embedded/absent")
    @Test
    void showsEveryFieldOfANewSwitchboard() {
        JsonNode created = calls.switchboard();
        assertThat(created)
                .isEqualTo(body(
                        "uuid",
                        created.get("uuid"),
                        "tenant_uuid",
                        tenant.toString(),
                        "name",
                        "board",
                        "timeout",
                        null,
                        "queue_music_on_hold",
                        null,
                        "waiting_room_music_on_hold",
                        null,
                        "incalls",
                        List.of(),
                        "members",
                        body("users", List.of()),
                        "fallbacks",
                        body("noanswer_destination", null),
                        "links",
                        List.of(body("rel", "switchboards", "href", api.url(item("switchboards", created))))));
        String text = "Resource Not Found - Switchboard was not found ('uuid': '%s')";
        for (String unknown : List.of(NOTHING, "text")) {
            api.get("/switchboards/" + unknown).refused(404, text.formatted(unknown));
            api.put("/switchboards/" + unknown, body()).refused(404, text.formatted(unknown));
            api.delete("/switchboards/" + unknown).refused(404, text.formatted(unknown));
        }
        api.get("/switchboards/" + NOTHING + "/fallbacks").refused(404, text.formatted(NOTHING));
        api.put("/switchboards/" + NOTHING + "/members/users", users()).refused(404, text.formatted(NOTHING));
        assertThat(api.get("/switchboards/text/fallbacks").header("content-type"))
                .startsWith("text/html");
        assertThat(api.put("/switchboards/text/members/users", users()).header("content-type"))
                .startsWith("text/html");
    }

    @Covers({
        "switchboard/events/created",
        "switchboard/events/deleted",
        "switchboard/events/edited",
        "switchboard/reload"
    })
    @Test
    void tellsItselfAsAnswersShowIt() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(calls.switchboard()));
        JsonNode board = made.get(0);
        assertThat(created).containsExactly(told("switchboard_created", board, board));
        JsonNode user = user();
        api.put(members(board), users(user)).done();
        String path = item("switchboards", board);
        var edited = node.heard(() -> api.put(path, body("name", "other")).done());
        JsonNode now = calls.now("switchboards", board);
        assertThat(edited).containsExactly(told("switchboard_edited", board, now));
        assertThat(node.heard(() -> api.delete(path).done())).containsExactly(told("switchboard_deleted", board, now));
        assertThat(calls.now("users", user).get("switchboards")).isEmpty();
    }

    @Covers({"switchboard/rules/create/1", "switchboard/rules/edit"})
    @Test
    void knowsTheMusicOfItsTenant() {
        JsonNode board = calls.switchboard("queue_music_on_hold", calls.moh().get("name"));
        for (String field : List.of("queue_music_on_hold", "waiting_room_music_on_hold")) {
            for (Object wrong : List.of(
                    "default", new CallKit(node.client(tenants.sibling())).moh().get("name"))) {
                String text = "Input Error - field '" + field + "': moh was not found";
                api.post("/switchboards", Json.with(least(), field, wrong)).refused(text);
                api.put(item("switchboards", board), body(field, wrong)).refused(text);
            }
        }
    }

    @Covers({"switchboard/list/sort/name", "switchboard/rules/names"})
    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/switchboards", () -> calls.switchboard("name", "" + next()))
                .checkInOrderOf("name");
    }

    @Covers({
        "switchboard/embedded/fallbacks",
        "switchboard/embedded/incalls",
        "switchboard/fields/links",
        "switchboard/fields/tenant_uuid",
        "switchboard/fields/uuid",
        "switchboard/id",
        "switchboard/list/default_sort",
        "switchboard/list/filter/exten",
        "switchboard/list/filter/name",
        "switchboard/list/note",
        "switchboard/list/search/exten",
        "switchboard/list/search/name",
        "switchboard/paths/collection"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = calls.switchboard("name", "Bee");
        calls.switchboard("name", "Ant");
        JsonNode incall = calls.incall(body("type", "switchboard", "switchboard_uuid", b.get("uuid")));
        JsonNode extension = calls.extension(calls.context("incall"));
        api.put(item("incalls", incall) + item("extensions", extension)).done();
        String exten = extension.get("exten").stringValue();
        for (String query : List.of("search=bee", "name=Bee", "exten=" + exten, "search=" + exten)) {
            assertThat(api.get("/switchboards?" + query).items("name")).containsExactly("Bee");
        }
        assertThat(api.get("/switchboards").items("name")).containsExactly("Ant", "Bee");
        api.get("/switchboards?order=exten").refused("Input Error - order: column 'exten' was not found");
    }

    @Covers({
        "switchboard/embedded/members",
        "switchboard_member_user/cardinality",
        "switchboard_member_user/embedded_in/switchboard",
        "switchboard_member_user/embedded_in/user",
        "switchboard_member_user/events/associated",
        "switchboard_member_user/paths/1",
        "switchboard_member_user/reload",
        "switchboard_member_user/rules/associate/1"
    })
    @Test
    void replacesItsUsersAndTellsThem() {
        JsonNode board = calls.switchboard();
        JsonNode ann = user("lastname", "Lee");
        JsonNode bob = user("firstname", "Bob");
        ObjectNode both = body(
                "switchboard_uuid", board.get("uuid"), "users", users(ann, bob).get("users"));
        assertThat(node.heard(
                        () -> api.put(members(board), users(ann, bob, ann)).done()))
                .containsExactly(told("switchboard_member_user_associated", board, both, ann, bob));
        assertThat(node.heard(() -> api.put(members(board), users(ann, bob)).done()))
                .containsExactly(told("switchboard_member_user_associated", board, both, ann, bob));
        JsonNode shown = calls.now("switchboards", board).get("members").get("users");
        assertThat(shown).hasSize(2);
        assertThat(shown)
                .contains(body(
                        "uuid", ann.get("uuid"), "firstname", "Ann", "lastname", "Lee", "links", ann.get("links")));
        assertThat(calls.now("users", ann).get("switchboards"))
                .containsExactly(body("uuid", board.get("uuid"), "name", "board", "links", board.get("links")));
        JsonNode below = user(api.in(tenants.child()));
        api.put(members(board), users(below))
                .refused("Resource Error - different tenants ('switchboard_tenant_uuid': '" + tenant
                        + "', 'user_tenant_uuid': '" + tenants.child() + "')");
        api.put(members(board), body("users", List.of(body("uuid", "x"))))
                .refused("Input Error - field 'users': User was not found ('uuid': 'x')");
        api.put("/switchboards/deadbeef-dead-4bad-8bad-deadbeef0001/members/users", users())
                .refused(
                        404,
                        "Resource Not Found - Switchboard was not found ('uuid': 'deadbeef-dead-4bad-8bad-deadbeef0001')");
        api.delete(item("users", ann)).done();
        assertThat(calls.now("switchboards", board).get("members").get("users")).hasSize(1);
        ObjectNode none = body("switchboard_uuid", board.get("uuid"), "users", List.of());
        assertThat(node.heard(() -> api.put(members(board), users()).done()))
                .containsExactly(told("switchboard_member_user_associated", board, none));
    }

    @Covers({
        "switchboard/not_found",
        "switchboard/subresources/1/event",
        "switchboard/subresources/1/methods/GET",
        "switchboard/subresources/1/methods/PUT",
        "switchboard/subresources/1/path",
        "switchboard/subresources/1/reload"
    })
    @Test
    void hasAFallback() {
        JsonNode board = calls.switchboard();
        JsonNode user = user();
        String path = item("switchboards", board) + "/fallbacks";
        JsonNode shown = body("noanswer_destination", CallKit.shown(user));
        assertThat(node.heard(() -> api.put(path, body("noanswer_destination", CallKit.to(user)))
                        .done()))
                .containsExactly(told("switchboard_fallback_edited", board, shown));
        assertThat(api.get(path).found()).isEqualTo(shown);
        assertThat(api.get("/switchboards").items().get(0).get("fallbacks")).isEqualTo(shown);
        api.put(path, body()).done();
        assertThat(calls.now("switchboards", board)).isEqualTo(board);
        node.client(tenants.sibling())
                .get(path)
                .refused(
                        404,
                        "Resource Not Found - Switchboard was not found ('uuid': '"
                                + board.get("uuid").stringValue() + "')");
        api.put(path, body("noanswer_destination", CallKit.to(user))).done();
        api.delete(item("switchboards", board)).done();
    }
}
