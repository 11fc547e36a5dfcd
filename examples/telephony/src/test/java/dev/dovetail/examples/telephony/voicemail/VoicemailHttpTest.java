package dev.dovetail.examples.telephony.voicemail;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class VoicemailHttpTest extends HttpTest {
    private static final String ONE_GLOBAL =
            "Resource Error - Operation not permitted. There can be only one global voicemail per context.";
    private static final String NOT_OF_USERS =
            "Resource Error - Operation not permitted. A global voicemail cannot be associated to users.";

    private void link(JsonNode user, JsonNode voicemail) {
        api.put(item("users", user) + item("voicemails", voicemail)).done();
    }

    private static String taken(JsonNode voicemail) {
        return "Resource Error - Voicemail already exists ('number': '"
                + voicemail.get("number").stringValue() + "', 'context': '"
                + voicemail.get("context").stringValue() + "')";
    }

    @Covers({
        "voicemail/commands/delete",
        "voicemail/events/created",
        "voicemail/events/deleted",
        "voicemail/events/edited",
        "voicemail/not_found",
        "voicemail/reload/create",
        "voicemail/reload/delete",
        "voicemail/reload/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        JsonNode context = context();
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(voicemail(context)));
        JsonNode voicemail = made.get(0);
        ObjectNode data = body("id", voicemail.get("id"));
        var edited = node.heard(() ->
                api.put(item("voicemails", voicemail), body("name", "new")).done());
        var deleted = node.heard(() -> api.delete(item("voicemails", voicemail)).done());

        assertThat(created).containsExactly(reload("voicemail reload"), event("voicemail_created", tenant, data));
        assertThat(edited)
                .containsExactly(
                        reload("voicemail reload", "module reload res_pjsip.so", "module reload chan_sccp.so"),
                        event("voicemail_edited", tenant, data));
        assertThat(deleted)
                .containsExactly(
                        reload("voicemail reload"),
                        "GET /delete_voicemail?mailbox="
                                + voicemail.get("number").stringValue() + "&context="
                                + context.get("name").stringValue(),
                        event("voicemail_deleted", tenant, data));
        api.get(item("voicemails", voicemail))
                .refused(404, "Resource Not Found - Voicemail was not found ('id': " + voicemail.get("id") + ")");
    }

    @Covers("voicemail/commands/edit")
    @Test
    void movesTheMailboxWhenNumberOrContextChange() {
        JsonNode from = context();
        JsonNode to = context();
        JsonNode voicemail = voicemail(from);
        String number = voicemail.get("number").stringValue();
        String newNumber = String.valueOf(next());
        String old = "GET /move_voicemail?old_mailbox=" + number + "&old_context="
                + from.get("name").stringValue();
        String path = item("voicemails", voicemail);

        assertThat(node.heard(() -> api.put(path, body("number", newNumber)).done()))
                .contains(
                        old + "&new_mailbox=" + newNumber + "&new_context="
                                + from.get("name").stringValue(),
                        org.assertj.core.data.Index.atIndex(1));
        api.put(path, body("number", number)).done();
        assertThat(node.heard(
                        () -> api.put(path, body("context", to.get("name"))).done()))
                .contains(old + "&new_mailbox=" + number + "&new_context="
                        + to.get("name").stringValue());
        assertThat(node.heard(() -> api.put(path, body("context", to.get("name"), "number", number, "name", "x"))
                        .done()))
                .noneMatch(line -> line.contains("move_voicemail"));
    }

    @Covers("voicemail/events/edited_per_user")
    @Test
    void tellsEachOfItsUsersThatItWasEdited() {
        JsonNode voicemail = voicemail(context());
        JsonNode ann = user();
        JsonNode bob = user("firstname", "Bob");
        link(ann, voicemail);
        link(bob, voicemail);

        var heard = node.heard(
                () -> api.put(item("voicemails", voicemail), body("name", "x")).done());

        assertThat(heard.subList(1, heard.size()))
                .containsExactly(
                        event("voicemail_edited", tenant, body("id", voicemail.get("id"))),
                        userEvent("user_voicemail_edited", ann, voicemail),
                        userEvent("user_voicemail_edited", bob, voicemail));
    }

    private String userEvent(String name, JsonNode user, JsonNode voicemail) {
        return event(
                name,
                tenant,
                user.get("uuid").stringValue(),
                body("user_uuid", user.get("uuid"), "voicemail_id", voicemail.get("id")));
    }

    @Covers({
        "voicemail/rules/create_in_order/1",
        "voicemail/rules/create_in_order/2",
        "voicemail/rules/create_in_order/3",
        "voicemail/rules/create_in_order/4"
    })
    @Test
    void checksTheRulesOfACreationInTheirOrder() {
        JsonNode context = context();
        JsonNode taken = voicemail(context, "accesstype", "global");
        ObjectNode wrong = Json.with(
                voicemailBody(context),
                "number",
                taken.get("number"),
                "context",
                "nowhere",
                "timezone",
                "no-zone",
                "accesstype",
                "global");
        int before = api.get("/voicemails").found().get("total").asInt();

        assertThat(node.heard(() -> {
                    api.post("/voicemails", wrong)
                            .refused("Input Error - field 'context': Context was not found ('context': 'nowhere')");
                    wrong.set("context", context.get("name"));
                    api.post("/voicemails", wrong)
                            .refused("Input Error - field 'timezone': Timezone was not found ('timezone': 'no-zone')");
                    wrong.put("timezone", "eu-fr");
                    api.post("/voicemails", wrong).refused(taken(taken));
                    wrong.put("number", String.valueOf(next()));
                    api.post("/voicemails", wrong).refused(ONE_GLOBAL);
                }))
                .isEmpty();
        assertThat(api.get("/voicemails").found().get("total").asInt()).isEqualTo(before);
        wrong.put("accesstype", "personal");
        api.post("/voicemails", wrong).created();
    }

    @Covers({"voicemail/embedded/users", "voicemail/rules/edit_in_order/1", "voicemail/rules/edit_in_order/2"})
    @Test
    void checksTheRulesOfAnEditInTheirOrder() {
        JsonNode context = context();
        JsonNode other = context();
        JsonNode taken = voicemail(context, "accesstype", "global");
        JsonNode voicemail = voicemail(context);
        JsonNode user = user();
        link(user, voicemail);
        String path = item("voicemails", voicemail);
        JsonNode before = api.get(path).found();
        ObjectNode wrong = body(
                "number", taken.get("number"), "context", "nowhere", "timezone", "no-zone", "accesstype", "global");

        assertThat(node.heard(() -> {
                    api.put(path, wrong)
                            .refused("Input Error - field 'context': Context was not found ('context': 'nowhere')");
                    wrong.remove("context");
                    api.put(path, wrong)
                            .refused("Input Error - field 'timezone': Timezone was not found ('timezone': 'no-zone')");
                    wrong.remove("timezone");
                    api.put(path, wrong).refused(taken(taken));
                    wrong.remove("number");
                    api.put(path, wrong).refused(ONE_GLOBAL);
                    wrong.set("context", other.get("name"));
                    api.put(path, wrong).refused(NOT_OF_USERS);
                }))
                .isEmpty();
        assertThat(api.get(path).found()).isEqualTo(before);

        api.put(item("voicemails", taken), taken).done();
        api.delete(item("users", user) + "/voicemails").done();
        api.put(path, wrong).done();
    }

    @Test
    void takesTheSameNumberInAnotherContext() {
        JsonNode one = voicemail(context());
        JsonNode other = voicemail(context(), "number", one.get("number"));
        api.put(item("voicemails", other), body("context", one.get("context"))).refused(taken(one));
    }

    @Covers("voicemail/rules/delete")
    @Test
    void refusesToDeleteAVoicemailOfUsers() {
        JsonNode voicemail = voicemail(context());
        JsonNode ann = user();
        JsonNode bob = user();
        link(ann, voicemail);
        link(bob, voicemail);
        assertThat(node.heard(() -> api.delete(item("voicemails", voicemail))
                        .refused("Resource Error - Voicemail is associated with a User ('voicemail_id': "
                                + voicemail.get("id") + ", 'user_ids': '" + ann.get("id") + ", " + bob.get("id")
                                + "')")))
                .isEmpty();
        assertThat(api.get(item("voicemails", voicemail)).found().get("users"))
                .hasSize(2)
                .contains(
                        body("uuid", ann.get("uuid"), "firstname", "Ann", "lastname", null, "links", ann.get("links")));
    }

    @Test
    void doesNotKnowAnUnknownVoicemail() {
        String text = "Resource Not Found - Voicemail was not found ('id': 2000000001)";
        api.get("/voicemails/2000000001").refused(404, text);
        api.put("/voicemails/2000000001", body("number", "x")).refused(404, text);
        api.delete("/voicemails/2000000001").refused(404, text);
    }

    // Lists

    private List<String> names(String query) {
        return api.get("/voicemails?" + query).items("name");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        JsonNode context = context();
        Lists.of(api, "/voicemails", () -> voicemail(context)).checkInOrderOf("number");
    }

    @Covers({"voicemail/list/search/email", "voicemail/list/search/name", "voicemail/list/search/number"})
    @Test
    void searchesNameNumberEmailAndPager() {
        JsonNode context = context();
        voicemail(context, "name", "Zoë", "number", "123456", "email", "A@b", "pager", "p@Ç", "password", "77777");
        voicemail(context, "name", "other", "number", "9");

        for (String found : List.of("ZOE", "zo%C3%AB", "2345", "a@B", "P@c", "z%25e", "z_e")) {
            assertThat(names("search=" + found)).as(found).containsExactly("Zoë");
        }
        for (String absent : List.of("77777", "ctx-", "personal", "zxe")) {
            assertThat(names("search=" + absent)).as(absent).isEmpty();
        }
    }

    @Covers({
        "voicemail/list/default_sort",
        "voicemail/list/filter/accesstype",
        "voicemail/list/filter/context",
        "voicemail/list/filter/email",
        "voicemail/list/filter/language",
        "voicemail/list/filter/name",
        "voicemail/list/filter/number",
        "voicemail/list/filter/pager",
        "voicemail/list/filter/timezone"
    })
    @Test
    void filtersByEachColumn() {
        JsonNode context = context();
        voicemail(
                context,
                "name",
                "A",
                "number",
                "123456",
                "email",
                "a@b",
                "language",
                "fr_FR",
                "timezone",
                "eu-fr",
                "pager",
                "p",
                "accesstype",
                "global");
        voicemail(context(), "name", "B", "number", "9");

        for (String filter : List.of(
                "name=A",
                "number=123456",
                "email=a@b",
                "context=" + context.get("name").stringValue(),
                "language=fr_FR",
                "timezone=eu-fr",
                "pager=p",
                "accesstype=global",
                "name=A&number=123456")) {
            assertThat(names(filter)).as(filter).containsExactly("A");
        }
        for (String none :
                List.of("name=a", "email=A@B", "number=12345", "pager=", "name=A&number=9", "accesstype=x")) {
            assertThat(names(none)).as(none).isEmpty();
        }
        assertThat(names("id=1&enabled=false")).hasSize(2);
    }

    @Covers("voicemail/list/sort")
    @Test
    void sortsByEachColumnAndByNumberUnlessAsked() {
        JsonNode one = context();
        JsonNode two = context();
        voicemail(one, "name", "b", "number", "10", "email", "x", "language", "fr_FR", "pager", "2");
        voicemail(two, "name", "a", "number", "2", "email", null, "timezone", "eu-fr", "pager", "3");
        voicemail(two, "name", "c", "number", "1", "email", "w", "accesstype", "global", "pager", "1");

        assertThat(names("")).containsExactly("c", "b", "a");
        assertThat(names("direction=desc")).containsExactly("a", "b", "c");
        assertThat(names("order=name")).containsExactly("a", "b", "c");
        assertThat(names("order=number")).containsExactly("c", "b", "a");
        assertThat(names("order=email")).containsExactly("c", "b", "a");
        assertThat(names("order=email&direction=desc")).containsExactly("a", "b", "c");
        assertThat(names("order=pager")).containsExactly("c", "b", "a");
        assertThat(names("order=language")).startsWith("b");
        assertThat(names("order=timezone")).startsWith("a");
        assertThat(names("order=accesstype")).startsWith("c");
        boolean ascending =
                one.get("name").stringValue().compareTo(two.get("name").stringValue()) < 0;
        assertThat(names("order=context").indexOf("b")).isEqualTo(ascending ? 0 : 2);
        api.get("/voicemails?order=id").refused("Input Error - order: column 'id' was not found");
    }
}
