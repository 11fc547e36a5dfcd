package dev.dovetail.examples.telephony.user;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.voicemail.Voicemail;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.operation.Edit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UserHttpTest extends HttpTest {
    private static final String RELOAD = reload(
            "dialplan reload",
            "module reload chan_sccp.so",
            "module reload app_queue.so",
            "module reload res_pjsip.so");
    private static final String NO_MOBILE =
            "Resource Error - PSTN fallback must be disabled when mobile phone number is not set";
    private static final String NO_MOH =
            "Input Error - field 'music_on_hold': MOH was not found ('music_on_hold': 'jazz')";

    private static String exists(String field, String value) {
        return "Resource Error - User already exists ('" + field + "': '" + value + "')";
    }

    private static String email() {
        return "ann" + next() + "@example.com";
    }

    @Covers({"user/events/created", "user/events/deleted", "user/events/edited", "user/reload/all"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(user("subscription_type", 3)));
        JsonNode user = made.get(0);
        ObjectNode data = body(
                "id", user.get("id"),
                "uuid", user.get("uuid"),
                "subscription_type", 3,
                "created_at", user.get("created_at").stringValue().replace('T', ' '),
                "tenant_uuid", tenant.toString());
        var edited = node.heard(() -> api.put(item("users", user), body("subscription_type", 4, "lastname", "x"))
                .done());
        var unchanged = node.heard(() -> api.put(item("users", user), body()).done());
        var deleted = node.heard(
                () -> api.delete("/users/" + user.get("uuid").stringValue()).done());

        assertThat(created).containsExactly(RELOAD, event("user_created", tenant, data));
        data.put("subscription_type", 4);
        assertThat(edited).containsExactly(RELOAD, event("user_edited", tenant, data));
        assertThat(unchanged).containsExactly(RELOAD, event("user_edited", tenant, data));
        assertThat(deleted).containsExactly(RELOAD, event("user_deleted", tenant, data));
        api.get(item("users", user))
                .refused(404, "Resource Not Found - User was not found ('id': " + user.get("id") + ")");
    }

    @Test
    void editsByUuidToo() {
        JsonNode user = user();
        api.put("/users/" + user.get("uuid").stringValue(), body("lastname", "Lee"))
                .done();
        assertThat(api.get(item("users", user)).found()).isEqualTo(Json.with(user, "lastname", "Lee"));
    }

    @Covers({
        "user/rules/create_in_order/1",
        "user/rules/create_in_order/2",
        "user/rules/create_in_order/3",
        "user/rules/create_in_order/4"
    })
    @Test
    void checksTheRulesOfACreationInTheirOrder() {
        String email = email();
        String username = "name" + next();
        user(node.client(tenants.sibling()), "email", email, "username", username);
        ObjectNode wrong = body(
                "firstname",
                "Ann",
                "email",
                email,
                "username",
                username,
                "music_on_hold",
                "jazz",
                "mobile_fallback_enabled",
                true);

        assertThat(node.heard(() -> {
                    api.post("/users", wrong).refused(exists("email", email));
                    String upper = email.toUpperCase(java.util.Locale.ROOT);
                    api.post("/users", Json.with(wrong, "email", upper)).refused(exists("email", upper));
                    wrong.remove("email");
                    api.post("/users", wrong).refused(exists("username", username));
                    wrong.remove("username");
                    api.post("/users", wrong).refused(NO_MOH);
                    wrong.remove("music_on_hold");
                    api.post("/users", wrong).refused(NO_MOBILE);
                    api.post("/users", Json.with(wrong, "mobile_phone_number", null))
                            .refused(NO_MOBILE);
                }))
                .isEmpty();
        assertThat(api.get("/users").items()).isEmpty();
        assertThat(api.get("/tenants").items())
                .as("tenant made by a refused write")
                .isEmpty();
        api.post("/users", Json.with(wrong, "mobile_phone_number", "1")).created();
    }

    @Covers({"user/rules/edit_in_order/1", "user/rules/edit_in_order/2", "user/rules/edit_in_order/3"})
    @Test
    void checksTheRulesOfAnEditInTheirOrder() {
        String email = email();
        String username = "name" + next();
        user("email", email, "username", username);
        JsonNode user = user();
        JsonNode voicemail = voicemail(context());
        api.put(item("users", user) + item("voicemails", voicemail)).done();
        makeGlobal(voicemail);
        JsonNode before = api.get(item("users", user)).found();
        ObjectNode wrong = body(
                "email",
                email.toUpperCase(java.util.Locale.ROOT),
                "username",
                username,
                "music_on_hold",
                "jazz",
                "mobile_fallback_enabled",
                true);
        String path = item("users", user);

        assertThat(node.heard(() -> {
                    api.put(path, wrong)
                            .refused(exists("email", wrong.get("email").stringValue()));
                    wrong.remove("email");
                    api.put(path, wrong).refused(exists("username", username));
                    wrong.remove("username");
                    api.put(path, wrong).refused(NO_MOH);
                    wrong.remove("music_on_hold");
                    api.put(path, wrong)
                            .refused("Resource Error - Operation not permitted. A global voicemail cannot be associated"
                                    + " to users.");
                    api.delete(path + "/voicemails");
                    api.put(path, wrong).refused(NO_MOBILE);
                }))
                .as("but that the voicemail was taken away")
                .hasSize(2);
        assertThat(api.get(path).found()).isEqualTo(Json.with(before, "voicemail", null));
    }

    /** No request can do this while there are users, but older data may have it. */
    private void makeGlobal(JsonNode voicemail) {
        var registry = node.server().registry();
        registry.unitOfWork().run(CallContext.of(Scope.all()), () -> {
            var dao = registry.dao(Voicemails.VOICEMAILS);
            Voicemail old = dao.find(voicemail.get("id").asInt()).orElseThrow();
            dao.update(
                    old,
                    Edit.of(Voicemails.VOICEMAILS)
                            .set(Voicemails.VOICEMAILS.column(Voicemail::accesstype), Voicemail.AccessType.GLOBAL)
                            .applyTo(old));
        });
    }

    @Test
    void doesNotCountTheUserItself() {
        String email = email();
        JsonNode user = user("email", email, "username", "name" + next());
        api.put(
                        item("users", user),
                        body("email", email.toUpperCase(java.util.Locale.ROOT), "username", user.get("username")))
                .done();
        assertThat(api.get(item("users", user)).found().get("email").stringValue())
                .isEqualTo(email.toUpperCase(java.util.Locale.ROOT));
        JsonNode other = user();
        api.put(item("users", other), body("email", email)).refused(exists("email", email));
        api.delete(item("users", user)).done();
        api.put(item("users", other), body("email", email)).done();
    }

    @Test
    void tellsApartNamesByTheirCase() {
        String username = "name" + next();
        user("username", username);
        user("username", username.toUpperCase(java.util.Locale.ROOT));
    }

    @Covers("conventions/6/text_of_business_errors/13")
    @Test
    void checksTheFallbackAgainstWhatIsStored() {
        JsonNode user = user("mobile_phone_number", "1");
        String path = item("users", user);
        api.put(path, body("mobile_fallback_enabled", true)).done();
        api.put(path, body("mobile_phone_number", null)).refused(NO_MOBILE);
        api.put(path, body("mobile_phone_number", null, "mobile_fallback_enabled", false))
                .done();
    }

    @Test
    void doesNotKnowAnUnknownUserInEitherForm() {
        String uuid = "deadbeef-dead-4bad-8bad-deadbeef0001";
        String byId = "Resource Not Found - User was not found ('id': 2000000001)";
        String byUuid = "Resource Not Found - User was not found ('id': UUID('" + uuid + "'))";
        api.get("/users/2000000001").refused(404, byId);
        api.put("/users/2000000001", body("firstname", 1)).refused(404, byId);
        api.delete("/users/2000000001").refused(404, byId);
        api.get("/users/" + uuid).refused(404, byUuid);
        api.put("/users/" + uuid, body("firstname", 1)).refused(404, byUuid);
        api.delete("/users/" + uuid).refused(404, byUuid);
    }
}
