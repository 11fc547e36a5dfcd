package dev.dovetail.examples.telephony.outcallcallpermission;

import dev.dovetail.examples.telephony.callpermission.CallPermissionLinkTests;
import dev.dovetail.examples.telephony.testing.Journal;
import tools.jackson.databind.JsonNode;

class OutcallCallPermissionHttpTest extends CallPermissionLinkTests {
    OutcallCallPermissionHttpTest() {
        super("outcall", "Outcall");
    }

    @Override
    protected JsonNode create() {
        return api.post("/outcalls", body("name", "out" + next())).created();
    }

    @Override
    protected JsonNode shown(JsonNode one) {
        return body("id", one.get("id"), "name", one.get("name"), "links", one.get("links"));
    }

    @Override
    protected String heard(String event, JsonNode one, JsonNode its) {
        return Journal.event(event, tenant, body("outcall_id", one.get("id"), "call_permission_id", its.get("id")));
    }
}
