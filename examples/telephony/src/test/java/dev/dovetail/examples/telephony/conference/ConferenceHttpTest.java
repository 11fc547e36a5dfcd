package dev.dovetail.examples.telephony.conference;

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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class ConferenceHttpTest extends HttpTest {
    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private static Field lenient(String name) {
        return Field.any(name)
                .accepting(true, false)
                .showing("yes", true)
                .showing(0, false)
                .refusingAll("Not a valid boolean.", "x", 2);
    }

    private static Field pin(String name) {
        return Field.string(name)
                .nullable()
                .accepting("0123", "1".repeat(80))
                .refusingAll("Invalid input.", "", "1a")
                .refusing("1".repeat(81), "Longer than maximum length 80.");
    }

    @Covers({
        "conference/fields/admin_pin",
        "conference/fields/announce_join_leave",
        "conference/fields/announce_only_user",
        "conference/fields/announce_user_count",
        "conference/fields/id",
        "conference/fields/links",
        "conference/fields/max_users",
        "conference/fields/music_on_hold",
        "conference/fields/name",
        "conference/fields/pin",
        "conference/fields/preprocess_subroutine",
        "conference/fields/quiet_join_leave",
        "conference/fields/record",
        "conference/fields/tenant_uuid",
        "conference/id",
        "conference/paths/collection",
        "conference/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/conferences",
                Json::body,
                Field.string("name").nullable().accepting("").maxLength(128),
                Field.string("preprocess_subroutine").nullable().accepting("").maxLength(79),
                Field.string("music_on_hold")
                        .nullable()
                        .accepting("default", "")
                        .tooLong(128),
                Field.integer("max_users")
                        .byDefault(50)
                        .numbers(0, 9)
                        .refusing(-1, "Must be greater than or equal to 0."),
                lenient("record").byDefault(false),
                pin("pin"),
                pin("admin_pin"),
                lenient("quiet_join_leave").byDefault(false),
                lenient("announce_join_leave").byDefault(false),
                lenient("announce_user_count").byDefault(false),
                lenient("announce_only_user").byDefault(true));
    }

    @Covers("conference/not_found")
    @Test
    void showsEveryFieldOfANewConference() {
        JsonNode created = calls.conference();
        assertThat(created)
                .isEqualTo(body(
                        "id",
                        created.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "name",
                        null,
                        "preprocess_subroutine",
                        null,
                        "max_users",
                        50,
                        "record",
                        false,
                        "pin",
                        null,
                        "admin_pin",
                        null,
                        "quiet_join_leave",
                        false,
                        "announce_join_leave",
                        false,
                        "announce_user_count",
                        false,
                        "announce_only_user",
                        true,
                        "music_on_hold",
                        null,
                        "extensions",
                        List.of(),
                        "incalls",
                        List.of(),
                        "links",
                        List.of(body("rel", "conferences", "href", api.url(item("conferences", created))))));
        api.get("/conferences/2000000001")
                .refused(404, "Resource Not Found - Conference was not found ('id': 2000000001)");
    }

    private String told(String name, JsonNode conference) {
        TreeMap<String, Object> headers = new TreeMap<>();
        headers.put("conference_id", conference.get("id"));
        headers.put("tenant_uuid", tenant);
        headers.put("user_uuid:*", true);
        return event(name, headers, body("id", conference.get("id")));
    }

    @Covers({
        "conference/events/created",
        "conference/events/deleted",
        "conference/events/edited",
        "conference/reload/all"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        String reload = reload("module reload app_confbridge.so");
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(calls.conference()));
        JsonNode conference = made.get(0);
        assertThat(created).containsExactly(reload, told("conference_created", conference));
        assertThat(node.heard(
                        () -> api.put(item("conferences", conference), body()).done()))
                .containsExactly(reload, told("conference_edited", conference));
        assertThat(node.heard(() -> api.delete(item("conferences", conference)).done()))
                .containsExactly(reload, told("conference_deleted", conference));
    }

    @Covers({"conference/rules/create/1", "conference/rules/edit"})
    @Test
    void knowsTheMusicOfItsTenant() {
        JsonNode conference = calls.conference("music_on_hold", calls.moh().get("name"));
        api.put(item("conferences", conference), body("music_on_hold", "default"))
                .done();
        String text = "Input Error - field 'music_on_hold': MOH was not found ('music_on_hold': 'x')";
        api.put(item("conferences", conference), body("music_on_hold", "x")).refused(text);
        api.post("/conferences", body("music_on_hold", "x")).refused(text);
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/conferences", calls::conference).check();
    }

    @Covers({
        "conference/list/default_sort",
        "conference/list/filter/id",
        "conference/list/filter/name",
        "conference/list/filter/preprocess_subroutine",
        "conference/list/search"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = calls.conference("name", "Bee", "preprocess_subroutine", "sub");
        JsonNode a = calls.conference("name", "Ant");
        for (String query :
                List.of("search=bee", "search=sub", "name=Bee", "preprocess_subroutine=sub", "id=" + b.get("id"))) {
            assertThat(api.get("/conferences?" + query).items("id")).containsExactly("" + b.get("id"));
        }
        assertThat(api.get("/conferences").items("id")).containsExactly("" + a.get("id"), "" + b.get("id"));
    }
}
