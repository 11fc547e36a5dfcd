package dev.dovetail.examples.telephony.incall;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class IncallHttpTest extends HttpTest {
    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private static ObjectNode least() {
        return body("destination", CallKit.NONE);
    }

    private JsonNode incall(Object... namesAndValues) {
        return api.post("/incalls", Json.with(least(), namesAndValues)).created();
    }

    @Covers({
        "incall/fields/caller_id_mode",
        "incall/fields/caller_id_name",
        "incall/fields/description",
        "incall/fields/greeting_sound",
        "incall/fields/preprocess_subroutine",
        "incall/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/incalls",
                IncallHttpTest::least,
                Field.string("preprocess_subroutine").nullable().accepting("").maxLength(79),
                Field.string("greeting_sound").nullable().accepting("").maxLength(255),
                Field.choice("caller_id_mode", "prepend", "overwrite", "append").nullable(),
                Field.string("caller_id_name").nullable().accepting("").maxLength(80),
                Field.string("description").nullable().accepting("", "x".repeat(1000)));
    }

    @Covers("incall/not_found")
    @Test
    void showsEveryFieldOfANewIncall() {
        var reply = api.post("/incalls", least());
        JsonNode created = reply.created();
        String url = api.url(item("incalls", created));
        assertThat(created)
                .isEqualTo(Json.with(
                        least(),
                        "id",
                        created.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "preprocess_subroutine",
                        null,
                        "greeting_sound",
                        null,
                        "caller_id_mode",
                        null,
                        "caller_id_name",
                        null,
                        "description",
                        null,
                        "extensions",
                        List.of(),
                        "schedules",
                        List.of(),
                        "links",
                        List.of(body("rel", "incalls", "href", url))));
        assertThat(reply.header("location")).isEqualTo(url);
        api.get("/incalls/2000000001").refused(404, "Resource Not Found - Incall was not found ('id': 2000000001)");
    }

    @Covers({"incall/events/created", "incall/events/deleted", "incall/events/edited", "incall/reload"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(incall()));
        JsonNode incall = made.get(0);
        ObjectNode data = body("id", incall.get("id"));
        assertThat(created).containsExactly(event("incall_created", tenant, data));
        assertThat(node.heard(() -> api.put(item("incalls", incall), body()).done()))
                .containsExactly(event("incall_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(item("incalls", incall)).done()))
                .containsExactly(event("incall_deleted", tenant, data));
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/incalls", () -> incall("description", "" + next())).checkInOrderOf("description");
    }

    @Covers({
        "incall/embedded/extensions",
        "incall/fields/id",
        "incall/fields/links",
        "incall/fields/tenant_uuid",
        "incall/id",
        "incall/list/default_sort",
        "incall/list/filter/description",
        "incall/list/filter/exten",
        "incall/list/filter/greeting_sound",
        "incall/list/filter/preprocess_subroutine",
        "incall/list/filter/user_id",
        "incall/list/note",
        "incall/list/search/exten",
        "incall/list/search/greeting_sound",
        "incall/list/search/preprocess_subroutine",
        "incall/list/sort",
        "incall/paths/collection"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode outside = calls.context("incall");
        JsonNode b = incall("description", "Zo\u00eb", "greeting_sound", "hello", "preprocess_subroutine", "sub");
        JsonNode user = user();
        JsonNode a = calls.incall(CallKit.to(user));
        JsonNode bare = incall();
        String exten = "" + next();
        api.put(item("incalls", b) + item("extensions", calls.extension(outside, exten + "9")))
                .done();
        api.put(item("incalls", a) + item("extensions", calls.extension(outside, exten + "1")))
                .done();
        assertThat(api.get("/incalls").items("id")).containsExactly(id(a), id(b), id(bare));
        for (String column : List.of(
                "search=zoe",
                "search=HELL",
                "search=sub",
                "search=" + exten + "9",
                "description=Zo%C3%AB",
                "greeting_sound=hello",
                "preprocess_subroutine=sub",
                "exten=" + exten + "9")) {
            assertThat(api.get("/incalls?" + column).items("id")).as(column).containsExactly(id(b));
        }
        assertThat(api.get("/incalls?user_id=" + user.get("id")).items("id")).containsExactly(id(a));
        assertThat(api.get("/incalls?search=" + user.get("id") + "x").items()).isEmpty();
        for (String column : List.of("description", "greeting_sound", "preprocess_subroutine")) {
            assertThat(api.get("/incalls?order=" + column).items("id").get(0)).isEqualTo(id(b));
        }
        assertThat(api.get("/incalls?order=user_id").items("id").get(0)).isEqualTo(id(a));
        assertThat(api.get("/incalls?order=exten&direction=desc").items("id")).containsExactly(id(bare), id(b), id(a));
        api.get("/incalls?order=id").refused("Input Error - order: column 'id' was not found");
    }

    private static String id(JsonNode object) {
        return object.get("id").toString();
    }

    @Covers({"conference/embedded/incalls", "group/embedded/incalls"})
    @Test
    void isShownByWhatItLeadsTo() {
        JsonNode user = user();
        JsonNode group = calls.group();
        JsonNode conference = calls.conference();
        JsonNode ivr = calls.ivr();
        JsonNode board = calls.switchboard();
        JsonNode incall = calls.incall(CallKit.to(user));
        JsonNode extension = calls.extension(calls.context("incall"));
        api.put(item("incalls", incall) + item("extensions", extension)).done();
        JsonNode shown = body(
                "id",
                incall.get("id"),
                "extensions",
                List.of(CallKit.embedded(extension)),
                "links",
                incall.get("links"));
        assertThat(calls.now("users", user).get("incalls")).containsExactly(shown);
        JsonNode[][] next = {
            {group, body("type", "group", "group_id", group.get("id")), Json.of("groups")},
            {conference, body("type", "conference", "conference_id", conference.get("id")), Json.of("conferences")},
            {ivr, body("type", "ivr", "ivr_id", ivr.get("id")), Json.of("ivr")},
            {board, body("type", "switchboard", "switchboard_uuid", board.get("uuid")), Json.of("switchboards")}
        };
        for (JsonNode[] to : next) {
            api.put(item("incalls", incall), body("destination", to[1])).done();
            assertThat(calls.now(to[2].stringValue(), to[0]).get("incalls")).containsExactly(shown);
        }
        assertThat(calls.now("users", user).get("incalls")).isEmpty();
        api.put(item("incalls", incall), body("description", "same")).done();
        assertThat(calls.now("switchboards", board).get("incalls")).containsExactly(shown);
        api.delete(item("incalls", incall)).done();
        assertThat(calls.now("switchboards", board).get("incalls")).isEmpty();
        assertThat(calls.now("extensions", extension).get("incall").isNull()).isTrue();
        api.delete(item("extensions", extension)).done();
    }

    @Covers({"incall/rules/delete", "incall/side_effects/1"})
    @Test
    void deletesWithItsLinks() {
        JsonNode incall = incall();
        JsonNode schedule = calls.schedule();
        api.put(item("incalls", incall) + item("schedules", schedule)).done();
        api.delete(item("incalls", incall)).done();
        assertThat(calls.now("schedules", schedule).get("incalls")).isEmpty();
    }
}
