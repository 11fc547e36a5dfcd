package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Edits and deletions of users with what is theirs. */
class RecursiveUserHttpTest extends HttpTest {
    private static final String[] LINE_GONE = {
        "user_line_dissociated",
        "line_extension_dissociated",
        "extension_deleted",
        "line_endpoint_sip_dissociated",
        "sip_endpoint_deleted",
        "line_deleted"
    };

    private Phones phones;
    private JsonNode user;
    private JsonNode line;
    private JsonNode voicemail;
    private String path;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
        user = user(
                "lastname",
                "Lee",
                "voicemail",
                voicemailBody(phones.context()),
                "lines",
                List.of(sipLine(phones.exten())),
                "forwards",
                body("busy", body("enabled", true, "destination", "1")));
        line = user.get("lines").get(0);
        voicemail = user.get("voicemail");
        path = "/users/" + user.get("uuid").stringValue() + "?recursive=true";
    }

    private ObjectNode sipLine(String exten) {
        return phones.lineBody("endpoint_sip", body(), "extensions", List.of(body("exten", exten)));
    }

    private static ObjectNode least(Object... namesAndValues) {
        return Json.with(body("firstname", "Other"), namesAndValues);
    }

    private static List<String> names(List<String> heard) {
        return heard.stream()
                .filter(told -> !told.startsWith("POST ") && !told.startsWith("GET "))
                .map(told -> told.substring(0, told.indexOf(' ')))
                .toList();
    }

    /** Returns the names of the events of an edit, without that of the groups, which is always told of. */
    private List<String> put(JsonNode body) {
        List<String> names =
                new ArrayList<>(names(node.heard(() -> api.put(path, body).done())));
        assertThat(names.remove("user_groups_associated")).isTrue();
        return names;
    }

    private JsonNode now() {
        return api.get(item("users", user)).found();
    }

    @Test
    void deletesWhatIsTheUsers() {
        var heard = node.heard(() -> api.delete(path).done());
        assertThat(heard.get(1))
                .isEqualTo("GET /delete_voicemail?mailbox="
                        + voicemail.get("number").stringValue() + "&context="
                        + phones.context().get("name").stringValue());
        assertThat(names(heard))
                .startsWith("user_voicemail_dissociated", "voicemail_deleted")
                .containsSubsequence(LINE_GONE)
                .endsWith("user_deleted")
                .hasSize(9);
        for (String list : List.of("users", "lines", "voicemails", "extensions", "endpoints/sip")) {
            assertThat(api.get("/" + list).items()).as(list).isEmpty();
        }
    }

    @Test
    void deletesAUserWithoutAnythingInTheSameWay() {
        JsonNode bare = user();
        for (String word : List.of("true", "TRUE", "True")) {
            JsonNode one = word.equals("true") ? bare : user();
            assertThat(names(node.heard(() -> api.delete(item("users", one) + "?recursive=" + word)
                            .done())))
                    .containsExactly("user_deleted");
        }
    }

    @Covers("user/recursive/parameter")
    @Test
    void deletesByTheUsualRulesUnlessAskedOtherwise() {
        for (String word : List.of("false", "", "1", "yes")) {
            assertThat(api.delete(item("users", user) + "?recursive=" + word).status())
                    .as(word)
                    .isEqualTo(400);
        }
    }

    @Test
    void deletesNeitherAVoicemailNorAnExtensionThatOthersHave() {
        JsonNode other = user();
        api.put(item("users", other) + item("voicemails", voicemail)).done();
        JsonNode sharing = phones.sipLine();
        JsonNode extension = line.get("extensions").get(0);
        api.put(item("lines", sharing) + item("extensions", extension)).done();
        assertThat(names(node.heard(() -> api.delete(path).done())))
                .containsExactly(
                        "user_voicemail_dissociated",
                        "user_line_dissociated",
                        "line_extension_dissociated",
                        "line_endpoint_sip_dissociated",
                        "sip_endpoint_deleted",
                        "line_deleted",
                        "user_deleted");
        assertThat(api.get(item("voicemails", voicemail)).found().get("users")).hasSize(1);
        assertThat(api.get(item("extensions", extension)).found().get("lines")).hasSize(1);
    }

    @Test
    void undoesADeletionThatFails() {
        phones.give(user(), line);
        JsonNode before = now();
        assertThat(node.heard(() -> api.delete(path)
                        .refused("Resource Error - There are secondary users associated to the line ('line_id': "
                                + line.get("id") + ")")))
                .isEmpty();
        assertThat(now()).isEqualTo(before);
        api.get(item("voicemails", voicemail)).found();
    }

    @Test
    void looksTheUserUpFirst() {
        String noUser = "Resource Not Found - User was not found ('id': 2000000001)";
        api.put("/users/2000000001?recursive=true", body()).refused(404, noUser);
        api.put("/users/2000000001?recursive=true", least()).refused(404, noUser);
        api.delete("/users/2000000001?recursive=true").refused(404, noUser);
        var outside = node.client(tenants.sibling());
        assertThat(outside.put(path, least()).status()).isEqualTo(404);
        assertThat(outside.delete(path).status()).isEqualTo(404);
        assertThat(now().get("lines")).hasSize(1);
    }

    @Covers("user/recursive/put/lines/gone")
    @Test
    void takesLinesAwayThatAreNotGiven() {
        assertThat(put(least("lastname", "stays", "email", "x@example.com"))).containsExactly(LINE_GONE);
        assertThat(Json.without(now(), "lines", "voicemail")).isEqualTo(Json.without(user, "lines", "voicemail"));
        assertThat(now().get("lines")).isEmpty();
        assertThat(now().get("voicemail").get("id")).isEqualTo(voicemail.get("id"));
        for (Object none : new Object[] {List.of(), null}) {
            assertThat(put(least("lines", none))).isEmpty();
        }
        assertThat(put(least("forwards", null, "voicemail", null))).isEmpty();
        assertThat(Json.without(now(), "lines", "voicemail")).isEqualTo(Json.without(user, "lines", "voicemail"));
    }

    @Covers("user/recursive/put/body")
    @Test
    void checksTheBodyAsAWhole() {
        JsonNode before = now();
        api.put(path, body()).refused("Input Error - firstname: ['Missing data for required field.']");
        api.put(path, least("lastname", 5, "lines", List.of(body("id", line.get("id")))))
                .refused(
                        "Input Error - lastname: ['Not a valid string.']",
                        "Input Error - lines: {0: {'context': ['Missing data for required field.']}}");
        api.put(path, least("voicemail", body("name", "x")))
                .refused("Input Error - voicemail: {'number': ['Missing data for required field.'], 'context':"
                        + " ['Missing data for required field.']}");
        api.put(path, least("forwards", body("busy", body("enabled", null))))
                .refused("Input Error - forwards: {'busy': {'enabled': ['Field may not be null.']}}");
        assertThat(now()).isEqualTo(before);
    }

    @Covers({"user/recursive/put/forwards", "user/subresources/4/rule"})
    @Test
    void setsForwardsAndTellsOfThemTwice() {
        api.delete(Phones.link(user, line)).done();
        assertThat(put(least("forwards", body("noanswer", body("enabled", true, "destination", "2")))))
                .containsExactly(
                        "users_forwards_busy_updated",
                        "users_forwards_noanswer_updated",
                        "users_forwards_unconditional_updated",
                        "users_forwards_busy_updated",
                        "users_forwards_noanswer_updated",
                        "users_forwards_unconditional_updated");
        JsonNode forwards = now().get("forwards");
        assertThat(forwards.get("busy")).as("absent stays").isEqualTo(body("enabled", true, "destination", "1"));
        assertThat(forwards.get("noanswer")).isEqualTo(body("enabled", true, "destination", "2"));
        JsonNode before = now();
        api.put(path, least("forwards", body("busy", body("destination", null))))
                .refused("Resource Error - Forward must be disabled to remove destination");
        assertThat(now()).isEqualTo(before);
    }

    @Covers({"user/recursive/put/lines/new", "user/recursive/put/lines/order"})
    @Test
    void makesNewLinesBeforeOldOnesGo() {
        String exten = phones.exten();
        assertThat(put(least("lines", List.of(Json.with(sipLine(exten), "id", 2000000001)))))
                .startsWith(
                        "line_created",
                        "sip_endpoint_created",
                        "line_endpoint_sip_associated",
                        "extension_created",
                        "line_extension_associated",
                        "user_line_associated")
                .endsWith(LINE_GONE)
                .hasSize(12);
        assertThat(now().get("lines")).hasSize(1);
        assertThat(now().get("lines")
                        .get(0)
                        .get("extensions")
                        .get(0)
                        .get("exten")
                        .stringValue())
                .isEqualTo(exten);
    }

    @Covers({
        "line/recursive_update/endpoint_sip",
        "line/recursive_update/events",
        "line/recursive_update/own_fields",
        "line/recursive_update/reached",
        "user/recursive/put/lines/kept"
    })
    @Test
    void editsALineThatStays() {
        Phones.plugIn(node, line);
        ObjectNode entry = phones.lineBody("id", line.get("id"), "device_id", "phone1", "position", 2);
        assertThat(put(least("lines", List.of(entry)))).containsExactly("line_edited");
        assertThat(phones.now(line).get("position").asInt()).isEqualTo(2);

        JsonNode extension = line.get("extensions").get(0);
        String renamed = "renamed" + next();
        String exten = phones.exten();
        ObjectNode deep = Json.with(
                entry,
                "endpoint_sip",
                body("uuid", line.get("endpoint_sip").get("uuid"), "name", renamed),
                "extensions",
                List.of(body("id", extension.get("id"), "exten", exten)));
        assertThat(put(least("lines", List.of(deep))))
                .containsExactly("sip_endpoint_edited", "extension_edited", "line_edited");
        JsonNode now = phones.now(line);
        assertThat(now.get("name").stringValue()).isEqualTo(renamed);
        assertThat(now.get("extensions").get(0).get("exten").stringValue()).isEqualTo(exten);
    }

    @Test
    void leavesTheExtensionsOfALineThatStaysUnlessAnyAreGiven() {
        Phones.plugIn(node, line);
        JsonNode before = phones.now(line);
        ObjectNode entry = phones.lineBody("id", line.get("id"), "device_id", "phone1");
        api.put(
                        path,
                        least(
                                "lines",
                                List.of(Json.with(
                                        entry, "extensions", List.of(body("id", null, "exten", phones.exten()))))))
                .refused("Input Error - lines: {0: {'extensions': {0: {'id': ['Field may not be null.']}}}}");
        api.put(path, least("lines", List.of(Json.with(entry, "extensions", List.of()))))
                .done();
        assertThat(phones.now(line).get("extensions")).isEqualTo(before.get("extensions"));
    }

    /** A line whose id came as a text was taken for a new one, and the old one was deleted. */
    @Test
    void knowsALineThatStaysByItsIdInAnyForm() {
        Phones.plugIn(node, line);
        JsonNode entry = phones.lineBody("id", line.get("id").asString(), "device_id", "phone1", "position", 2);
        api.put(path, least("lines", List.of(entry))).done();
        assertThat(now().get("lines").get(0).get("id")).isEqualTo(line.get("id"));
        assertThat(now().get("lines").get(0).get("position").asInt()).isEqualTo(2);
    }

    @Test
    void takesTheDeviceFromALineThatGoes() {
        Phones.plugIn(node, line);
        api.delete(path).done();
        assertThat(api.get(item("lines", line)).status()).isEqualTo(404);
    }

    @Covers({"user/compound_create/extra_keys_on_post/device_id", "user/recursive/put/lines/device"})
    @Test
    void needsTheDeviceOfALineThatStays() {
        ObjectNode entry = phones.lineBody("id", line.get("id"));
        api.put(path, least("lines", List.of(entry)))
                .refused(404, "Resource Not Found - Device was not found ('id': None)");
        api.put(path, least("lines", List.of(Json.with(entry, "device_id", null))))
                .refused("Input Error - lines: {0: {'device_id': ['Field may not be null.']}}");
        api.put(path, least("lines", List.of(Json.with(entry, "device_id", "phone2"))))
                .refused(404, "Resource Not Found - Device was not found ('id': 'phone2')");
        assertThat(now().get("lines")).hasSize(1);
    }

    @Covers("line/recursive_update/other_kind")
    @Test
    void keepsTheKindOfEndpointOfALineThatStays() {
        Phones.plugIn(node, line);
        ObjectNode entry = phones.lineBody("id", line.get("id"), "device_id", "phone1");
        api.put(path, least("lines", List.of(Json.with(entry, "endpoint_custom", phones.customBody()))))
                .refused("There is already an endpoint associated to the line that is not of type custom. Cannot update"
                        + " the line with another endpoint type");
        assertThat(api.put(path, least("lines", List.of(Json.with(entry, "endpoint_sip", body("name", "x")))))
                        .status())
                .isEqualTo(500);
    }

    @Covers("line/recursive_update/endpoint_sccp_endpoint_custom")
    @Test
    void failsOnTheEndpointOfALineThatStaysIfItIsNotSip() {
        JsonNode custom = phones.customLine();
        api.put(Phones.link(user, custom)).done();
        Phones.plugIn(node, custom);
        JsonNode before = phones.now(custom);
        ObjectNode entry = body(
                "id", custom.get("id"),
                "context", custom.get("context"),
                "device_id", "phone1",
                "endpoint_custom", phones.customBody());
        assertThat(api.put(path, least("lines", List.of(entry))).status()).isEqualTo(500);
        assertThat(phones.now(custom)).isEqualTo(before);
    }

    @Covers("user/recursive/put/voicemail/same_id")
    @Test
    void editsTheVoicemailThatTheUserHas() {
        api.delete(Phones.link(user, line)).done();
        assertThat(put(least("voicemail", body("id", voicemail.get("id"), "name", "renamed"))))
                .containsExactly("voicemail_edited", "user_voicemail_edited");
        JsonNode now = api.get(item("voicemails", voicemail)).found();
        assertThat(now.get("name").stringValue()).isEqualTo("renamed");
        assertThat(now.get("number")).isEqualTo(voicemail.get("number"));
        assertThat(put(least("voicemail", now().get("voicemail")))).hasSize(2);
        assertThat(api.put(path, least("voicemail", body("id", voicemail.get("id"), "name", 5)))
                        .status())
                .isEqualTo(400);
    }

    /** What was wrong with the voicemail was told late, and not as a part of the user. */
    @Test
    void checksTheVoicemailThatTheUserHasWithTheRest() {
        api.put(path, body("voicemail", body("id", voicemail.get("id"), "number", "x")))
                .refused(
                        "Input Error - firstname: ['Missing data for required field.']",
                        "Input Error - voicemail: {'number': ['String does not match expected pattern.']}");
        assertThat(api.send("PUT", path, "null").status()).isEqualTo(500);
        assertThat(now().get("lines").size()).isEqualTo(1);
    }

    @Covers("user/recursive/put/voicemail/other")
    @Test
    void replacesTheVoicemail() {
        api.delete(Phones.link(user, line)).done();
        assertThat(put(least("voicemail", Json.without(voicemailBody(phones.context()), "name"))))
                .containsExactly(
                        "user_voicemail_dissociated",
                        "voicemail_deleted",
                        "voicemail_created",
                        "user_voicemail_associated");
        JsonNode made = now().get("voicemail");
        assertThat(made.get("name").stringValue()).isEqualTo("Other");
        JsonNode third = voicemail(phones.context());
        JsonNode sharing = user();
        api.put(item("users", sharing) + item("voicemails", made)).done();
        assertThat(put(least("voicemail", body("id", third.get("id")))))
                .containsExactly("user_voicemail_dissociated", "user_voicemail_associated");
        assertThat(now().get("voicemail").get("id")).isEqualTo(third.get("id"));
        api.put(path, least("voicemail", body("id", 2000000001)))
                .refused(404, "Resource Not Found - Voicemail was not found ('id': 2000000001)");
        assertThat(now().get("voicemail").get("id")).isEqualTo(third.get("id"));
    }

    @Covers("user/recursive/put/path")
    @Test
    void takesTheUserByItsIdToo() {
        assertThat(names(node.heard(() -> api.put(item("users", user) + "?recursive=True", least())
                        .done())))
                .startsWith("user_groups_associated")
                .endsWith(LINE_GONE);
        api.put(item("users", user) + "?recursive=no", body("lastname", "x")).done();
        assertThat(now().get("lastname").stringValue()).isEqualTo("x");
    }

    @Test
    void editsAndDeletesOnceAtATime() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                JsonNode one = user("lines", List.of(sipLine(phones.exten())));
                String recursive = item("users", one) + "?recursive=true";
                two.run(i -> api.put(recursive, least("lines", List.of(sipLine(phones.exten())))))
                        .forEach(Reply::done);
                assertThat(api.get(item("users", one)).found().get("lines")).hasSize(1);
                assertThat(two.run(i -> api.delete(recursive)))
                        .extracting(Reply::status)
                        .containsExactlyInAnyOrder(204, 404);
            }
        }
        assertThat(api.get("/lines").items()).containsExactly(phones.now(line));
    }
}
