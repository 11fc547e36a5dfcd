package dev.dovetail.examples.telephony.usercallpermission;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserCallPermissionHttpTest extends HttpTest {
    private JsonNode user;
    private JsonNode permission;

    @BeforeEach
    void objects() {
        user = user();
        permission = permission(api);
    }

    private static JsonNode permission(Client by) {
        return by.post("/callpermissions", body("name", "permission" + next())).created();
    }

    private static String pair(JsonNode user, JsonNode permission) {
        return item("users", user) + item("callpermissions", permission);
    }

    private String heard(String name) {
        return event(
                name,
                tenant,
                user.get("uuid").stringValue(),
                body("user_uuid", user.get("uuid"), "call_permission_id", permission.get("id")));
    }

    @Test
    void linksAndUnlinksAndTellsOnce() {
        String pair = pair(user, permission);
        assertThat(node.heard(() -> api.put(pair).done())).containsExactly(heard("user_call_permission_associated"));
        assertThat(node.heard(() -> api.put(pair).done())).isEmpty();
        assertThat(node.heard(() -> api.delete(pair).done()))
                .containsExactly(heard("user_call_permission_dissociated"));
        assertThat(node.heard(() -> api.delete(pair).done())).isEmpty();
    }

    @Test
    void showsTheLinksOnBothSides() {
        JsonNode other = permission(api);
        JsonNode second = user();
        api.put(pair(user, other)).done();
        api.put("/users/" + user.get("uuid").stringValue() + item("callpermissions", permission))
                .done();
        api.put(pair(second, other)).done();
        assertThat(api.get(item("users", user)).found().get("call_permissions"))
                .containsExactly(
                        body("id", other.get("id"), "name", other.get("name"), "links", other.get("links")),
                        body(
                                "id",
                                permission.get("id"),
                                "name",
                                permission.get("name"),
                                "links",
                                permission.get("links")));
        JsonNode shown = api.get(item("callpermissions", other)).found();
        assertThat(shown.get("users")).containsExactly(shortUser(user), shortUser(second));
        assertThat(api.get("/callpermissions?id=" + other.get("id")).items()).containsExactly(shown);
    }

    private static JsonNode shortUser(JsonNode user) {
        return body(
                "uuid",
                user.get("uuid"),
                "firstname",
                user.get("firstname"),
                "lastname",
                user.get("lastname"),
                "links",
                user.get("links"));
    }

    @Test
    void refusesAnotherTenants() {
        JsonNode foreign = permission(api.in(tenants.child()));
        assertThat(node.heard(() -> api.put(pair(user, foreign))
                        .refused("Resource Error - different tenants ('user_tenant_uuid': '" + tenant
                                + "', 'call_permission_tenant_uuid': '" + tenants.child() + "')")))
                .isEmpty();
        assertThat(api.get(item("users", user)).found().get("call_permissions")).isEmpty();
    }

    @Test
    void looksTheUserUpFirst() {
        for (var answer : List.of(
                api.put("/users/2000000001/callpermissions/2000000002"),
                api.delete("/users/2000000001/callpermissions/2000000002"))) {
            answer.refused(404, "Resource Not Found - User was not found ('id': 2000000001)");
        }
        for (var answer : List.of(
                api.put(item("users", user) + "/callpermissions/2000000002"),
                api.delete(item("users", user) + "/callpermissions/2000000002"))) {
            answer.refused(404, "Resource Not Found - CallPermission was not found ('id': 2000000002)");
        }
    }

    @Test
    void goesWithEitherSide() {
        JsonNode kept = user();
        api.put(pair(user, permission)).done();
        api.put(pair(kept, permission)).done();
        api.delete(item("users", user)).done();
        assertThat(api.get(item("callpermissions", permission)).found().get("users"))
                .containsExactly(shortUser(kept));
        api.delete(item("callpermissions", permission)).done();
        assertThat(api.get(item("users", kept)).found().get("call_permissions")).isEmpty();
    }
}
