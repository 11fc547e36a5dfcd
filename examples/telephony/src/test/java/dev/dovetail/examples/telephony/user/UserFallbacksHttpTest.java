package dev.dovetail.examples.telephony.user;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserFallbacksHttpTest extends HttpTest {
    private static final JsonNode NONE = body(
            "noanswer_destination",
            null,
            "busy_destination",
            null,
            "congestion_destination",
            null,
            "fail_destination",
            null);

    @Covers({
        "user/subresources/5/methods/GET",
        "user/subresources/5/methods/PUT",
        "user/subresources/5/path",
        "user/subresources/5/rule",
        "user/subresources_events/fallbacks"
    })
    @Test
    void replacesAllAndTellsTheUser() {
        JsonNode user = user();
        JsonNode other = user("lastname", "Lee");
        String path = item("users", user) + "/fallbacks";
        assertThat(api.get(path).found()).isEqualTo(NONE);
        String uuid = user.get("uuid").stringValue();
        String told = event(
                "user_fallback_edited",
                tenant,
                uuid,
                body(
                        "id",
                        user.get("id"),
                        "uuid",
                        uuid,
                        "subscription_type",
                        null,
                        "created_at",
                        null,
                        "tenant_uuid",
                        tenant.toString()));
        JsonNode given = body("busy_destination", CallKit.to(other), "fail_destination", CallKit.NONE);
        assertThat(node.heard(() -> api.put(path, given).done())).containsExactly(told);
        JsonNode shown = Json.with(NONE, "busy_destination", CallKit.shown(other), "fail_destination", CallKit.NONE);
        String byUuid = "/users/" + uuid + "/fallbacks";
        assertThat(node.client(tenants.sibling()).get(byUuid).found()).isEqualTo(shown);
        assertThat(api.get(item("users", user)).found().get("fallbacks")).isEqualTo(shown);
        assertThat(api.get("/users?id=" + user.get("id")).items().get(0).get("fallbacks"))
                .isEqualTo(shown);
        assertThat(node.heard(() -> {
                    api.put(path, body("busy_destination", body("type", "queue", "queue_id", 2000000001)))
                            .refused(
                                    "Input Error - field 'actionarg1': Queue was not found ('actionarg1': 2000000001)");
                    api.put("/users/2000000001/fallbacks", body())
                            .refused(404, "Resource Not Found - User was not found ('id': 2000000001)");
                }))
                .isEmpty();
        assertThat(api.get(path).found()).isEqualTo(shown);
        api.put(byUuid, body("noanswer_destination", null)).done();
        assertThat(api.get(path).found()).isEqualTo(NONE);
        api.put(path, given).done();
        api.delete(item("users", user)).done();
    }

    @Covers({"user/compound_create/extra_keys_on_post/forwards_fallbacks", "user/recursive/put/fallbacks"})
    @Test
    void comeWithANewUserAndWithAllThatIsHis() {
        JsonNode other = user();
        JsonNode given = body("busy_destination", CallKit.to(other));
        JsonNode user = user("fallbacks", given);
        assertThat(user.get("fallbacks")).isEqualTo(Json.with(NONE, "busy_destination", CallKit.shown(other)));
        JsonNode next = body("firstname", "Ann", "fallbacks", body("fail_destination", CallKit.NONE));
        assertThat(Journal.names(node.heard(() ->
                        api.put(item("users", user) + "?recursive=true", next).done())))
                .contains("user_fallback_edited");
        assertThat(api.get(item("users", user) + "/fallbacks").found())
                .isEqualTo(Json.with(NONE, "fail_destination", CallKit.NONE));
        api.post("/users", body("firstname", "Ann", "fallbacks", body("busy_destination", body())))
                .refused(
                        "Input Error - fallbacks: {'busy_destination': {'type': ['Missing data for required field.']}}");
        api.post(
                        "/users",
                        body(
                                "firstname",
                                "Ann",
                                "fallbacks",
                                body("busy_destination", body("type", "ivr", "ivr_id", 2000000001))))
                .refused("Input Error - field 'actionarg1': IVR was not found ('actionarg1': 2000000001)");
    }

    @Test
    void leavesGroupsIncallsAndSwitchboardsWhenAllThatIsHisIsDeleted() {
        CallKit calls = new CallKit(api);
        JsonNode user = calls.userWithLine();
        JsonNode group = calls.group();
        JsonNode board = calls.switchboard();
        JsonNode incall = calls.incall(CallKit.to(user));
        JsonNode users = body("users", List.of(body("uuid", user.get("uuid"))));
        api.put(item("groups", group) + "/members/users", users).done();
        api.put(item("switchboards", board) + "/members/users", users).done();
        assertThat(Journal.names(node.heard(() ->
                        api.delete(item("users", user) + "?recursive=true").done())))
                .containsExactly(
                        "POST",
                        "user_groups_associated",
                        "user_line_dissociated",
                        "line_endpoint_sip_dissociated",
                        "sip_endpoint_deleted",
                        "line_deleted",
                        "incall_edited",
                        "switchboard_member_user_associated",
                        "user_deleted");
        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.NONE);
    }
}
