package dev.dovetail.examples.telephony.usercallpermission;

import dev.dovetail.examples.telephony.callpermission.CallPermissionLinkTests;
import dev.dovetail.examples.telephony.testing.Journal;
import tools.jackson.databind.JsonNode;

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
