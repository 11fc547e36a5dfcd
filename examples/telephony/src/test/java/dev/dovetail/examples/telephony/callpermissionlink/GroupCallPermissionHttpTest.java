package dev.dovetail.examples.telephony.callpermissionlink;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Journal;
import tools.jackson.databind.JsonNode;

@Covers({
    "call_permission/embedded/groups",
    "group/embedded/call_permissions",
    "group_call_permission/cardinality",
    "group_call_permission/embedded_in/call_permission",
    "group_call_permission/embedded_in/group",
    "group_call_permission/events/associated",
    "group_call_permission/events/dissociated",
    "group_call_permission/lookup",
    "group_call_permission/paths/1",
    "group_call_permission/paths/2",
    "group_call_permission/reload",
    "group_call_permission/rules/associate/1",
    "group_call_permission/rules/dissociate"
})
class GroupCallPermissionHttpTest extends CallPermissionLinkTests {
    GroupCallPermissionHttpTest() {
        super("group", "Group");
    }

    @Override
    protected JsonNode create() {
        return api.post("/groups", body("label", "group")).created();
    }

    @Override
    protected JsonNode shown(JsonNode one) {
        return body("uuid", one.get("uuid"), "id", one.get("id"), "name", one.get("name"), "links", one.get("links"));
    }

    @Override
    protected String heard(String event, JsonNode one, JsonNode its) {
        return Journal.event(
                event,
                tenant,
                body("group_id", one.get("id"), "group_uuid", one.get("uuid"), "call_permission_id", its.get("id")));
    }
}
