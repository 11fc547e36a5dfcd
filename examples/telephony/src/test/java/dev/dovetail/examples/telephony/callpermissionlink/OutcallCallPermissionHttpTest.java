package dev.dovetail.examples.telephony.callpermissionlink;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import tools.jackson.databind.JsonNode;

@Covers({
    "call_permission/embedded/outcalls",
    "outcall/embedded/call_permissions",
    "outcall/list/filter/id",
    "outcall_call_permission/cardinality",
    "outcall_call_permission/embedded_in/call_permission",
    "outcall_call_permission/embedded_in/outcall",
    "outcall_call_permission/events/associated",
    "outcall_call_permission/events/dissociated",
    "outcall_call_permission/lookup",
    "outcall_call_permission/paths/1",
    "outcall_call_permission/paths/2",
    "outcall_call_permission/reload",
    "outcall_call_permission/rules/associate/1",
    "outcall_call_permission/rules/dissociate"
})
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
    protected JsonNode shortPermission(JsonNode one) {
        return Json.with(super.shortPermission(one), "tenant_uuid", one.get("tenant_uuid"));
    }

    @Override
    protected String heard(String event, JsonNode one, JsonNode its) {
        return Journal.event(event, tenant, body("outcall_id", one.get("id"), "call_permission_id", its.get("id")));
    }
}
