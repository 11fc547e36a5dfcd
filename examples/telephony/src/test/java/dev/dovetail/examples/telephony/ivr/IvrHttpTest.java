package dev.dovetail.examples.telephony.ivr;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers("ivr/nested/choice/exten")
class IvrHttpTest extends HttpTest {
    private static final String GONE = "Input Error - field 'actionarg1': %s was not found ('actionarg1': 2000000001)";

    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private static ObjectNode least() {
        return body("name", "menu", "menu_sound", "beep");
    }

    private static ObjectNode choice(String exten, JsonNode destination) {
        return body("exten", exten, "destination", destination);
    }

    private static ObjectNode choice(String exten) {
        return choice(exten, CallKit.NONE);
    }

    private static Field destination(String name) {
        return Field.any(name)
                .nullable()
                .accepting(CallKit.NONE)
                .refusingAs(1, "{'_schema': ['Invalid input type.']}")
                .refusingAs(body(), "{'type': ['Missing data for required field.']}");
    }

    @Covers({
        "ivr/fields/abort_destination",
        "ivr/fields/abort_sound",
        "ivr/fields/choices",
        "ivr/fields/description",
        "ivr/fields/greeting_sound",
        "ivr/fields/id",
        "ivr/fields/invalid_destination",
        "ivr/fields/invalid_sound",
        "ivr/fields/links",
        "ivr/fields/max_tries",
        "ivr/fields/menu_sound",
        "ivr/fields/name",
        "ivr/fields/tenant_uuid",
        "ivr/fields/timeout",
        "ivr/fields/timeout_destination",
        "ivr/id",
        "ivr/nested/choice/destination",
        "ivr/paths/collection",
        "ivr/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/ivr",
                IvrHttpTest::least,
                Field.string("name").required().accepting("").maxLength(128),
                Field.string("description").nullable().accepting("", "x".repeat(999)),
                Field.string("greeting_sound").nullable().accepting("").maxLength(255),
                Field.string("menu_sound").required().accepting("").maxLength(255),
                Field.string("invalid_sound").nullable().maxLength(255),
                Field.string("abort_sound").nullable().maxLength(255),
                Field.integer("timeout").byDefault(5).numbers(0, 9).refusing(-1, "Must be greater than or equal to 0."),
                Field.integer("max_tries")
                        .byDefault(3)
                        .numbers(1, 9)
                        .refusing(0, "Must be greater than or equal to 1."),
                destination("invalid_destination"),
                destination("timeout_destination"),
                destination("abort_destination"),
                Field.any("choices")
                        .byDefault(List.of())
                        .accepting(List.of(choice("1"), choice("_[1-3]X.!"), choice("*#".repeat(20))), List.of())
                        .refusing(1, "Invalid type.")
                        .refusingAs(
                                List.of(body()),
                                "{0: {'exten': ['Missing data for required field.'],"
                                        + " 'destination': ['Missing data for required field.']}}")
                        .refusingAs(
                                List.of(Json.with(choice("1"), "exten", 1)), "{0: {'exten': ['Not a valid string.']}}")
                        .refusingAs(
                                List.of(choice("1"), choice("a"), choice("1".repeat(41)), choice("")),
                                "{1: {'exten': ['String does not match expected pattern.']},"
                                        + " 2: {'exten': ['String does not match expected pattern.']},"
                                        + " 3: {'exten': ['String does not match expected pattern.']}}")
                        .refusingAs(
                                List.of(choice("1", body("type", "ivr"))),
                                "{0: {'destination': {'ivr_id': ['Missing data for required field.']}}}"));
    }

    @Covers("ivr/not_found")
    @Test
    void showsEveryFieldOfANewIvr() {
        JsonNode created = calls.ivr();
        assertThat(created)
                .isEqualTo(body(
                        "id",
                        created.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "name",
                        "menu",
                        "description",
                        null,
                        "greeting_sound",
                        null,
                        "menu_sound",
                        "beep",
                        "invalid_sound",
                        null,
                        "abort_sound",
                        null,
                        "timeout",
                        5,
                        "max_tries",
                        3,
                        "invalid_destination",
                        null,
                        "timeout_destination",
                        null,
                        "abort_destination",
                        null,
                        "choices",
                        List.of(),
                        "incalls",
                        List.of(),
                        "links",
                        List.of(body("rel", "ivr", "href", api.url(item("ivr", created))))));
        api.get("/ivr/2000000001").refused(404, "Resource Not Found - IVR was not found ('id': 2000000001)");
    }

    @Covers({
        "conventions/6/text_of_business_errors/20",
        "ivr/rules/create_in_order/1",
        "ivr/rules/create_in_order/2",
        "ivr/rules/create_in_order/3",
        "ivr/rules/edit"
    })
    @Test
    void checksItsRulesInTheirOrder() {
        JsonNode ivr = calls.ivr();
        JsonNode noUser = body("type", "user", "user_id", 2000000001);
        JsonNode noGroup = body("type", "group", "group_id", 2000000001);
        JsonNode noIvr = body("type", "ivr", "ivr_id", 2000000001);
        ObjectNode wrong = body(
                "abort_destination",
                noUser,
                "invalid_destination",
                noGroup,
                "timeout_destination",
                noIvr,
                "choices",
                List.of(choice("1"), choice("1", noUser), choice("2", noGroup)));
        assertThat(node.heard(() -> {
                    refused(ivr, wrong, GONE.formatted("User"));
                    wrong.set("abort_destination", CallKit.NONE);
                    refused(ivr, wrong, GONE.formatted("Group"));
                    wrong.set("invalid_destination", CallKit.NONE);
                    refused(ivr, wrong, GONE.formatted("IVR"));
                    wrong.set("timeout_destination", CallKit.NONE);
                    refused(ivr, wrong, "Input Error - exten '1' used in more than one choice");
                    wrong.set("choices", Json.of(List.of(choice("1"), choice("2", noGroup), choice("1"))));
                    refused(ivr, wrong, GONE.formatted("Group"));
                }))
                .isEmpty();
        assertThat(api.get("/ivr").items()).containsExactly(ivr);
    }

    private void refused(JsonNode ivr, ObjectNode wrong, String text) {
        api.post("/ivr", least().setAll(wrong)).refused(text);
        api.put(item("ivr", ivr), wrong).refused(text);
    }

    @Covers("ivr/notes/1")
    @Test
    void replacesItsChoicesAndShowsNames() {
        JsonNode user = user();
        JsonNode ivr = calls.ivr("choices", List.of(choice("1", CallKit.to(user)), choice("2")));
        assertThat(ivr.get("choices")).containsExactly(choice("1", CallKit.shown(user)), choice("2"));
        api.put(item("ivr", ivr), ivr).done();
        assertThat(calls.now("ivr", ivr)).isEqualTo(ivr);
        api.put(item("ivr", ivr), body("choices", List.of(choice("3")), "timeout_destination", CallKit.to(user)))
                .done();
        JsonNode now = calls.now("ivr", ivr);
        assertThat(now.get("choices")).containsExactly(choice("3"));
        assertThat(now.get("timeout_destination")).isEqualTo(CallKit.shown(user));
        assertThat(api.get("/ivr").items()).containsExactly(now);
    }

    @Covers({"ivr/events/created", "ivr/events/deleted", "ivr/events/edited", "ivr/reload/all"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        String reload = reload("dialplan reload");
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(calls.ivr()));
        JsonNode ivr = made.get(0);
        ObjectNode data = body("id", ivr.get("id"));
        assertThat(created).containsExactly(reload, event("ivr_created", tenant, data));
        assertThat(node.heard(() -> api.put(item("ivr", ivr), body()).done()))
                .containsExactly(reload, event("ivr_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(item("ivr", ivr)).done()))
                .containsExactly(reload, event("ivr_deleted", tenant, data));
    }

    @Covers("ivr/list/sort/id")
    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/ivr", calls::ivr).check();
    }

    @Covers({
        "ivr/embedded/incalls",
        "ivr/list/default_sort",
        "ivr/list/filter/description",
        "ivr/list/filter/exten",
        "ivr/list/filter/id",
        "ivr/list/filter/name",
        "ivr/list/note",
        "ivr/list/search/description",
        "ivr/list/search/exten",
        "ivr/list/search/name",
        "ivr/list/sort/name"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = calls.ivr("name", "Bee", "description", "hive");
        JsonNode a = calls.ivr("name", "Ant");
        JsonNode incall = calls.incall(body("type", "ivr", "ivr_id", b.get("id")));
        JsonNode extension = calls.extension(calls.context("incall"));
        api.put(item("incalls", incall) + item("extensions", extension)).done();
        String exten = extension.get("exten").stringValue();
        for (String query : List.of(
                "search=bee",
                "search=hive",
                "name=Bee",
                "description=hive",
                "id=" + b.get("id"),
                "exten=" + exten,
                "search=" + exten)) {
            assertThat(api.get("/ivr?" + query).items("id")).as(query).containsExactly("" + b.get("id"));
        }
        assertThat(api.get("/ivr").items("id")).containsExactly("" + b.get("id"), "" + a.get("id"));
        assertThat(api.get("/ivr?order=name").items("id")).containsExactly("" + a.get("id"), "" + b.get("id"));
        api.get("/ivr?order=exten").refused("Input Error - order: column 'exten' was not found");
    }
}
