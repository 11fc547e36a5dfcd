package dev.dovetail.examples.telephony.uservoicemail;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserVoicemailHttpTest extends HttpTest {
    private static final String RELOAD = reload("module reload res_pjsip.so", "module reload chan_sccp.so");

    private JsonNode context;
    private JsonNode user;
    private JsonNode voicemail;

    @BeforeEach
    void objects() {
        context = context();
        user = user("lastname", "Lee");
        voicemail = voicemail(context);
    }

    private static String path(JsonNode of) {
        return item("users", of) + "/voicemails";
    }

    private static String pair(JsonNode one, JsonNode other) {
        return item("users", one) + item("voicemails", other);
    }

    private String userEvent(String name, JsonNode of, JsonNode box) {
        return event(
                name,
                tenant,
                of.get("uuid").stringValue(),
                body("user_uuid", of.get("uuid"), "voicemail_id", box.get("id")));
    }

    @Covers({
        "user_voicemail/events/associated",
        "user_voicemail/events/dissociated",
        "user_voicemail/paths/2",
        "user_voicemail/reload/all",
        "user_voicemail/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        var linked = node.heard(() -> api.put(pair(user, voicemail)).done());
        var again = node.heard(() -> api.put(pair(user, voicemail)).done());
        assertThat(linked).containsExactly(RELOAD, userEvent("user_voicemail_associated", user, voicemail));
        assertThat(again).isEmpty();

        var unlinked = node.heard(() -> api.delete(path(user)).done());
        var noMore = node.heard(() -> api.delete(path(user)).done());
        assertThat(unlinked).containsExactly(RELOAD, userEvent("user_voicemail_dissociated", user, voicemail));
        assertThat(noMore).isEmpty();
    }

    @Test
    void takesTheUserByItsUuidToo() {
        String byUuid = "/users/" + user.get("uuid").stringValue() + "/voicemails";
        api.put(byUuid + "/" + voicemail.get("id")).done();
        assertThat(api.get(byUuid).items("id"))
                .containsExactly(voicemail.get("id").toString());
        api.delete(byUuid).done();
        api.post(byUuid, voicemailBody(context)).created();
        assertThat(api.get(path(user)).items()).hasSize(1);
    }

    @Covers({"user_voicemail/cardinality", "user_voicemail/embedded_in/user", "user_voicemail/embedded_in/voicemail"})
    @Test
    void showsTheLinkOnBothSides() {
        JsonNode other = user();
        api.put(pair(user, voicemail)).done();
        api.put(pair(other, voicemail)).done();

        JsonNode shownUser = api.get(item("users", user)).found();
        assertThat(shownUser.get("voicemail"))
                .isEqualTo(body("id", voicemail.get("id"), "name", "box", "links", voicemail.get("links")));
        JsonNode shownVoicemail = api.get(item("voicemails", voicemail)).found();
        assertThat(shownVoicemail.get("users"))
                .containsExactly(
                        body(
                                "uuid",
                                user.get("uuid"),
                                "firstname",
                                "Ann",
                                "lastname",
                                "Lee",
                                "links",
                                user.get("links")),
                        body(
                                "uuid",
                                other.get("uuid"),
                                "firstname",
                                "Ann",
                                "lastname",
                                null,
                                "links",
                                other.get("links")));
        assertThat(api.get("/users?id=" + user.get("id")).items()).containsExactly(shownUser);
        assertThat(api.get("/voicemails").items()).containsExactly(shownVoicemail);
        assertThat(api.get(path(user)).found()).isEqualTo(body("total", 1, "items", List.of(shownVoicemail)));

        api.delete(path(user)).done();
        assertThat(api.get(item("users", user)).found().get("voicemail").isNull())
                .isTrue();
        assertThat(api.get(path(user)).found()).isEqualTo(body("total", 0, "items", List.of()));
        assertThat(api.get(item("voicemails", voicemail)).found().get("users")).hasSize(1);
    }

    @Covers("conventions/6/bodies/3")
    @Test
    void ignoresTheParametersOfListsAndTheBodyOfAPut() {
        api.send("PUT", pair(user, voicemail), "{malformed").done();
        assertThat(api.get(path(user) + "?limit=x&order=y&offset=9").items()).hasSize(1);
    }

    @Covers({
        "conventions/3/6",
        "user_voicemail/paths/1",
        "user_voicemail/paths/4",
        "user_voicemail/rules/associate_in_order/1",
        "user_voicemail/rules/associate_in_order/2",
        "user_voicemail/rules/associate_in_order/3"
    })
    @Test
    void checksItsRulesInTheirOrder() {
        var inChild = api.in(tenants.child());
        JsonNode foreign = api.post("/voicemails", Json.with(voicemailBody(context(inChild)), "accesstype", "global"))
                .created();
        JsonNode global = voicemail(context, "accesstype", "global");
        String differentTenants = "Resource Error - different tenants ('voicemail_tenant_uuid': '" + tenants.child()
                + "', 'user_tenant_uuid': '" + tenant + "')";
        String hasOne = "Resource Error - User is associated with a Voicemail ('user_id': " + user.get("id")
                + ", 'voicemail_id': ";

        api.put(pair(user, global))
                .refused("Resource Error - Operation not permitted. A global voicemail cannot be associated to users.");
        api.put(pair(user, voicemail)).done();
        assertThat(node.heard(() -> {
                    api.put(pair(user, foreign)).refused(differentTenants);
                    api.put(pair(user, global)).refused(hasOne + global.get("id") + ")");
                }))
                .isEmpty();
        assertThat(api.get(path(user)).items("id"))
                .containsExactly(voicemail.get("id").toString());
    }

    @Covers({"user_voicemail/lookup/POST", "user_voicemail/lookup/PUT"})
    @Test
    void looksTheUserUpFirst() {
        api.put("/users/2000000001/voicemails/2000000002")
                .refused(404, "Resource Not Found - User was not found ('id': 2000000001)");
        api.put(path(user) + "/2000000002")
                .refused(404, "Resource Not Found - Voicemail was not found ('id': 2000000002)");
        String uuid = "deadbeef-dead-4bad-8bad-deadbeef0001";
        for (var reply : List.of(
                api.put("/users/" + uuid + "/voicemails/" + voicemail.get("id")),
                api.get("/users/" + uuid + "/voicemails"),
                api.delete("/users/" + uuid + "/voicemails"))) {
            reply.refused(404, "Resource Not Found - User was not found ('id': UUID('" + uuid + "'))");
        }
        api.get("/users/2000000001/voicemails")
                .refused(404, "Resource Not Found - User was not found ('id': 2000000001)");
        api.delete("/users/2000000001/voicemails")
                .refused(404, "Resource Not Found - User was not found ('id': 2000000001)");
    }

    @Covers({"user_voicemail/events/post", "user_voicemail/paths/3"})
    @Test
    void createsAVoicemailForTheUser() {
        List<JsonNode> made = new ArrayList<>();
        var heard = node.heard(() -> {
            var reply = api.post(path(user), voicemailBody(context));
            made.add(reply.created());
            assertThat(reply.header("location"))
                    .isEqualTo(api.url("/voicemails/" + made.get(0).get("id")));
        });
        JsonNode created = made.get(0);
        assertThat(heard)
                .containsExactly(
                        reload("voicemail reload", "module reload res_pjsip.so", "module reload chan_sccp.so"),
                        event("voicemail_created", tenant, body("id", created.get("id"))),
                        userEvent("user_voicemail_associated", user, created));
        assertThat(created.get("users")).isEmpty();
        JsonNode now = api.get(item("voicemails", created)).found();
        assertThat(Json.without(now, "users")).isEqualTo(Json.without(created, "users"));
        assertThat(now.get("users")).hasSize(1);
    }

    @Test
    void leavesNothingBehindWhenTheNewVoicemailCannotBeLinked() {
        api.put(pair(user, voicemail)).done();
        assertThat(node.heard(() -> {
                    api.post("/users/2000000001/voicemails", body())
                            .refused(
                                    "Input Error - name: ['Missing data for required field.']",
                                    "Input Error - number: ['Missing data for required field.']",
                                    "Input Error - context: ['Missing data for required field.']");
                    api.post("/users/2000000001/voicemails", Json.with(voicemailBody(context), "context", "x"))
                            .refused("Input Error - field 'context': Context was not found ('context': 'x')");
                    api.post("/users/2000000001/voicemails", voicemailBody(context))
                            .refused(404, "Resource Not Found - User was not found ('id': 2000000001)");
                    var reply = api.post(path(user), voicemailBody(context));
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.body())
                            .contains("User is associated with a Voicemail ('user_id': " + user.get("id"));
                    api.post(path(user("firstname", "x")), Json.with(voicemailBody(context), "accesstype", "global"));
                }))
                .allMatch(line -> line.startsWith("user_created") || line.contains("app_queue"));
        assertThat(api.get("/voicemails").items("id"))
                .containsExactly(voicemail.get("id").toString());
    }

    @Covers("user/rules/delete/1")
    @Test
    void keepsAUserWithAVoicemailFromBeingDeleted() {
        api.put(pair(user, voicemail)).done();
        api.delete(item("users", user))
                .refused("Resource Error - User is associated with a Voicemail ('user_id': " + user.get("id")
                        + ", 'voicemail_id': " + voicemail.get("id") + ")");
        api.delete(path(user)).done();
        api.delete(item("users", user)).done();
    }

    @Covers("user/list/column_meaning/voicemail_number")
    @Test
    void filtersUsersByTheNumberOfTheirVoicemailIfItIsEnabled() {
        user();
        String number = voicemail.get("number").stringValue();
        api.put(pair(user, voicemail)).done();
        assertThat(api.get("/users?voicemail_number=" + number).items("lastname"))
                .containsExactly("Lee");
        assertThat(api.get("/users?voicemail_number=x").items()).isEmpty();
        api.put(item("voicemails", voicemail), body("enabled", false)).done();
        assertThat(api.get("/users?voicemail_number=" + number).items()).isEmpty();
    }
}
