package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UserCompoundHttpTest extends HttpTest {
    private Phones phones;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
    }

    private ObjectNode box() {
        return Json.without(voicemailBody(phones.context()), "name");
    }

    private ObjectNode sipLine(String exten) {
        return phones.lineBody("endpoint_sip", body(), "extensions", List.of(body("exten", exten)));
    }

    private static JsonNode to(boolean enabled, String destination) {
        return body("enabled", enabled, "destination", destination);
    }

    /** Returns the names of the events, after what the daemon was asked. */
    private static List<String> names(List<String> heard) {
        return heard.stream()
                .filter(told -> !told.startsWith("POST ") && !told.startsWith("GET "))
                .map(told -> told.substring(0, told.indexOf(' ')))
                .toList();
    }

    private List<JsonNode> users() {
        return api.get("/users").items();
    }

    private void leftNothing() {
        for (String list : List.of("users", "lines", "voicemails", "extensions", "endpoints/sip", "endpoints/custom")) {
            assertThat(api.get("/" + list).items()).as(list).isEmpty();
        }
    }

    @Covers("user/compound_create/response")
    @Test
    void answersWithoutWhatIsNotGiven() {
        JsonNode user = user();
        for (String list : List.of("lines", "incalls", "groups", "switchboards")) {
            assertThat(user.get(list)).as(list).isEqualTo(Json.of(List.of()));
        }
        assertThat(user.get("voicemail").isNull()).isTrue();
        assertThat(user.get("agent").isNull()).isTrue();
        assertThat(user.get("forwards")).hasSize(3);
        JsonNode nulls = user("lines", null, "voicemail", null, "forwards", null);
        assertThat(nulls.get("lines")).isEqualTo(Json.of(List.of()));
        assertThat(nulls.get("voicemail").isNull()).isTrue();
    }

    @Covers({
        "user/compound_create/events_per_step",
        "user/compound_create/extra_keys_on_post/lines",
        "user/compound_create/lines_in_response",
        "user/compound_create/status"
    })
    @Test
    void createsEverythingInOneGo() {
        String exten = phones.exten();
        List<JsonNode> made = new ArrayList<>();
        var heard = node.heard(() -> made.add(user(
                "lastname",
                "Lee",
                "forwards",
                body("noanswer", to(true, "12")),
                "lines",
                List.of(sipLine(exten), phones.lineBody("endpoint_custom", phones.customBody())),
                "voicemail",
                box())));
        assertThat(heard.get(0)).startsWith("POST /exec_request_handlers ");
        assertThat(heard).filteredOn(told -> told.startsWith("POST ")).hasSize(1);
        assertThat(names(heard))
                .containsExactly(
                        "user_created",
                        "voicemail_created",
                        "user_voicemail_associated",
                        "line_created",
                        "sip_endpoint_created",
                        "line_endpoint_sip_associated",
                        "extension_created",
                        "line_extension_associated",
                        "user_line_associated",
                        "line_created",
                        "custom_endpoint_created",
                        "line_endpoint_custom_associated",
                        "user_line_associated",
                        "users_forwards_busy_updated",
                        "users_forwards_noanswer_updated",
                        "users_forwards_unconditional_updated");
        JsonNode user = made.get(0);
        JsonNode now = api.get(item("users", user)).found();
        JsonNode line = user.get("lines").get(0);
        assertThat(line.get("users")).isEmpty();
        assertThat(line.get("caller_id_name").isNull()).isTrue();
        assertThat(line.get("endpoint_sip").has("transport")).as("full").isTrue();
        assertThat(line.get("extensions").get(0).get("exten").stringValue()).isEqualTo(exten);
        assertThat(line.get("extensions").get(0).has("enabled")).as("full").isTrue();
        assertThat(user.get("lines").get(1).get("endpoint_custom").has("enabled"))
                .as("full")
                .isTrue();
        assertThat(user.get("voicemail").get("name").stringValue()).isEqualTo("Ann Lee");
        assertThat(user.get("voicemail").has("max_messages")).as("full").isTrue();
        assertThat(user.get("forwards"))
                .isEqualTo(body("busy", to(false, null), "noanswer", to(true, "12"), "unconditional", to(false, null)));

        assertThat(Json.without(now, "lines", "voicemail")).isEqualTo(Json.without(user, "lines", "voicemail"));
        assertThat(now.get("voicemail").get("id"))
                .isEqualTo(user.get("voicemail").get("id"));
        assertThat(now.get("lines"))
                .containsExactly(phones.now(line), phones.now(user.get("lines").get(1)));
        assertThat(phones.callerId(line)).isEqualTo("\"Ann Lee\" <" + exten + ">");
    }

    @Covers("user/compound_create/extra_keys_on_post/voicemail")
    @Test
    void linksAVoicemailThatIsThere() {
        JsonNode voicemail = voicemail(phones.context());
        List<JsonNode> made = new ArrayList<>();
        var heard = node.heard(() -> made.add(user("voicemail", body("id", voicemail.get("id"), "name", "ignored"))));
        assertThat(names(heard)).containsExactly("user_created", "user_voicemail_associated");
        assertThat(Json.without(made.get(0).get("voicemail"), "users")).isEqualTo(Json.without(voicemail, "users"));
        assertThat(api.get(item("voicemails", voicemail)).found().get("users")).hasSize(1);
    }

    @Test
    void namesAVoicemailAfterTheUser() {
        assertThat(user("voicemail", box()).get("voicemail").get("name").stringValue())
                .isEqualTo("Ann");
        JsonNode named = user("voicemail", Json.with(box(), "name", "own"));
        assertThat(named.get("voicemail").get("name").stringValue()).isEqualTo("own");
    }

    @Test
    void givesTwoLinesOneExtension() {
        String exten = phones.exten();
        JsonNode user = user("lines", List.of(sipLine(exten), sipLine(exten)));
        JsonNode extension = user.get("lines").get(0).get("extensions").get(0);
        assertThat(user.get("lines").get(1).get("extensions").get(0).get("id")).isEqualTo(extension.get("id"));
        assertThat(api.get(item("extensions", extension)).found().get("lines")).hasSize(2);
        assertThat(api.get("/extensions").items()).hasSize(1);
    }

    @Test
    void takesAnExtensionThatIsThere() {
        JsonNode extension = extension(phones.context());
        JsonNode user = user("lines", List.of(sipLine(extension.get("exten").stringValue())));
        assertThat(user.get("lines").get(0).get("extensions").get(0).get("id")).isEqualTo(extension.get("id"));
    }

    @Test
    void tellsAllFaultsOfABodyTogether() {
        ObjectNode wrong = body(
                "lastname",
                5,
                "lines",
                List.of(
                        phones.lineBody(),
                        body("endpoint_sip", body("name", "a b"), "extensions", List.of(body("exten", 5)))),
                "voicemail",
                body("number", "x"),
                "forwards",
                body("busy", body("enabled", "x"), "noanswer", 5));
        String text = api.post("/users", wrong).body();
        assertThat(api.post("/users", wrong).status()).isEqualTo(400);
        assertThat(text)
                .contains("Input Error - firstname: ['Missing data for required field.']")
                .contains("Input Error - lastname: ['Not a valid string.']")
                .contains("Input Error - lines: {1: {")
                .contains("'endpoint_sip': {'name': ['Not a valid Asterisk section name']}")
                .contains("'extensions': {0: {'exten': ['Not a valid string.'], 'context':"
                        + " ['Missing data for required field.']}}")
                .contains("'context': ['Missing data for required field.']")
                .contains("Input Error - voicemail: {")
                .contains("Input Error - forwards: {'busy': {'enabled': ['Not a valid boolean.']}, 'noanswer':"
                        + " {'_schema': ['Invalid input type.']}}");
        leftNothing();
    }

    @Test
    void refusesOtherThanLists() {
        api.post("/users", body("firstname", "A", "lines", "x")).refused("Input Error - lines: ['Invalid type.']");
        api.post("/users", body("firstname", "A", "lines", List.of(5)))
                .refused("Input Error - lines: {0: {'_schema': ['Invalid input type.']}}");
        api.post("/users", body("firstname", "A", "voicemail", 5))
                .refused("Input Error - voicemail: {'_schema': ['Invalid input type.']}");
        api.post("/users", body("firstname", "A", "forwards", 5))
                .refused("Input Error - forwards: {'_schema': ['Invalid input type.']}");
        leftNothing();
    }

    @Covers({
        "conventions/5/7",
        "conventions/6/text_of_business_errors/12",
        "conventions/6/text_of_business_errors/7",
        "user/compound_create/all_or_nothing"
    })
    @Test
    void leavesNothingBehindWhenAStepFails() {
        String exten = phones.exten();
        ObjectNode all = body(
                "firstname",
                "Ann",
                "voicemail",
                box(),
                "lines",
                List.of(sipLine(exten)),
                "forwards",
                body("busy", to(true, "1")));
        assertThat(node.heard(() -> {
                    api.post("/users", Json.with(all, "forwards", body("busy", to(true, null))))
                            .refused("Resource Error - Forward must be disabled to remove destination");
                    api.post(
                                    "/users",
                                    Json.with(
                                            all,
                                            "lines",
                                            List.of(sipLine(exten), Json.with(sipLine(exten), "context", "x"))))
                            .refused("Input Error - field 'context': Context was not found ('context': 'x')");
                    api.post("/users", Json.with(all, "lines", List.of(sipLine("5"))))
                            .refused("Input Error - Extension '5' is outside of range for context '"
                                    + phones.context().get("name").stringValue() + "'");
                    var bare = api.post("/users", Json.with(all, "lines", List.of(phones.lineBody())));
                    assertThat(bare.status()).isEqualTo(400);
                    assertThat(bare.body()).contains("Line must be associated with a Endpoint ('line_id': ");
                    api.post("/users", Json.with(all, "voicemail", body("id", 2000000001)))
                            .refused(404, "Resource Not Found - Voicemail was not found ('id': 2000000001)");
                    api.post("/users", Json.with(all, "voicemail", Json.with(box(), "accesstype", "global")))
                            .refused("Resource Error - Operation not permitted. A global voicemail cannot be associated"
                                    + " to users.");
                }))
                .isEmpty();
        leftNothing();
        api.post("/users", all).created();
        assertThat(users()).hasSize(1);
    }

    @Covers("user/side_effects/edit/1")
    @Test
    void namesTheCallerAgainWhenTheUserIsEdited() {
        String exten = phones.exten();
        JsonNode user = user("lines", List.of(sipLine(exten), phones.lineBody("endpoint_sip", body())));
        JsonNode dialled = user.get("lines").get(0);
        JsonNode bare = user.get("lines").get(1);
        JsonNode secondary = user("firstname", "Bob");
        phones.give(secondary, bare);

        var heard = node.heard(
                () -> api.put(item("users", user), body("caller_id", "\"Zed\"")).done());
        assertThat(names(heard)).containsExactly("user_edited");
        assertThat(phones.callerId(dialled)).isEqualTo("\"Zed\" <" + exten + ">");
        assertThat(phones.callerId(bare)).isEqualTo("\"Zed\"");
        api.put(item("users", user), body("caller_id", "\"Zed\" <555>")).done();
        assertThat(phones.callerId(dialled)).as("his own number goes first").isEqualTo("\"Zed\" <555>");
        api.put(item("users", secondary), body("caller_id", "\"Bob\" <1>")).done();
        assertThat(phones.callerId(bare)).as("of a secondary user").isEqualTo("\"Zed\" <555>");
    }
}
