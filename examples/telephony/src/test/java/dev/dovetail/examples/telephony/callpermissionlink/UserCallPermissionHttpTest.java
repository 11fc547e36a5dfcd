package dev.dovetail.examples.telephony.callpermissionlink;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Journal;
import tools.jackson.databind.JsonNode;

@Covers({
    "call_permission/embedded/users",
    "user/embedded/call_permissions",
    "user_call_permission/cardinality",
    "user_call_permission/embedded_in/call_permission",
    "user_call_permission/embedded_in/user",
    "user_call_permission/events/associated",
    "user_call_permission/events/dissociated",
    "user_call_permission/lookup",
    "user_call_permission/paths/1",
    "user_call_permission/paths/2",
    "user_call_permission/reload",
    "user_call_permission/rules/associate/1",
    "user_call_permission/rules/dissociate"
})
class UserCallPermissionHttpTest extends CallPermissionLinkTests {
    UserCallPermissionHttpTest() {
        super("user", "User");
    }

    @Override
    protected JsonNode create() {
        return user();
    }

    @Override
    protected JsonNode shown(JsonNode one) {
        return body(
                "uuid",
                one.get("uuid"),
                "firstname",
                one.get("firstname"),
                "lastname",
                one.get("lastname"),
                "links",
                one.get("links"));
    }

    @Override
    protected String heard(String event, JsonNode one, JsonNode its) {
        return Journal.event(
                event,
                tenant,
                one.get("uuid").stringValue(),
                body("user_uuid", one.get("uuid"), "call_permission_id", its.get("id")));
    }
}
