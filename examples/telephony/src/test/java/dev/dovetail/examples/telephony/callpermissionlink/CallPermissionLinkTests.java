package dev.dovetail.examples.telephony.callpermissionlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What all that has call permissions has in common. */
public abstract class CallPermissionLinkTests extends HttpTest {
    private final String word;
    private final String collection;
    private final String name;
    private JsonNode owner;
    private JsonNode permission;

    /** Makes the tests of what is called {@code word} in events and {@code name} in errors. */
    protected CallPermissionLinkTests(String word, String name) {
        this.word = word;
        this.collection = word + "s";
        this.name = name;
    }

    /** Returns a new object that may have call permissions. */
    protected abstract JsonNode create();

    /** Returns what call permissions show of an object. */
    protected abstract JsonNode shown(JsonNode one);

    /** Returns the event of a name. */
    protected abstract String heard(String event, JsonNode one, JsonNode its);

    @BeforeEach
    void objects() {
        owner = create();
        permission = permission(api);
    }

    private static JsonNode permission(Client by) {
        return by.post("/callpermissions", body("name", "permission" + next())).created();
    }

    private String pair(JsonNode one, JsonNode its) {
        return item(collection, one) + item("callpermissions", its);
    }

    @Test
    void linksAndUnlinksAndTellsOnce() {
        String pair = pair(owner, permission);
        assertThat(node.heard(() -> api.put(pair).done()))
                .containsExactly(heard(word + "_call_permission_associated", owner, permission));
        assertThat(node.heard(() -> api.put(pair).done())).isEmpty();
        assertThat(node.heard(() -> api.delete(pair).done()))
                .containsExactly(heard(word + "_call_permission_dissociated", owner, permission));
        assertThat(node.heard(() -> api.delete(pair).done())).isEmpty();
    }

    @Covers({"conventions/1/5"})
    @Test
    void showsTheLinksOnBothSides() {
        JsonNode other = permission(api);
        JsonNode second = create();
        api.put(pair(owner, other)).done();
        api.put(pair(owner, permission)).done();
        api.put(pair(second, other)).done();
        JsonNode now = api.get(item(collection, owner)).found();
        assertThat(now.get("call_permissions")).containsExactly(shortPermission(other), shortPermission(permission));
        assertThat(api.get("/" + collection + "?id=" + owner.get("id")).items()).containsExactly(now);
        JsonNode shown = api.get(item("callpermissions", other)).found();
        assertThat(shown.get(collection)).containsExactly(shown(owner), shown(second));
        assertThat(api.get("/callpermissions?id=" + other.get("id")).items()).containsExactly(shown);
    }

    /** Returns how a call permission is shown where it is embedded. */
    protected JsonNode shortPermission(JsonNode one) {
        return body("id", one.get("id"), "name", one.get("name"), "links", one.get("links"));
    }

    @Test
    void isReachedByTheUuidOfWhatHasOne() {
        if (owner.has("uuid")) {
            String pair =
                    "/" + collection + "/" + owner.get("uuid").stringValue() + item("callpermissions", permission);
            api.put(pair).done();
            assertThat(api.get(item(collection, owner)).found().get("call_permissions"))
                    .containsExactly(shortPermission(permission));
            api.delete(pair).done();
            assertThat(api.get(item(collection, owner)).found().get("call_permissions"))
                    .isEmpty();
        }
    }

    @Test
    void refusesAnotherTenants() {
        JsonNode foreign = permission(api.in(tenants.child()));
        assertThat(node.heard(() -> api.put(pair(owner, foreign))
                        .refused("Resource Error - different tenants ('" + word + "_tenant_uuid': '" + tenant
                                + "', 'call_permission_tenant_uuid': '" + tenants.child() + "')")))
                .isEmpty();
        assertThat(api.get(item(collection, owner)).found().get("call_permissions"))
                .isEmpty();
    }

    @Test
    void looksUpWhatHasItFirst() {
        String unknown = "/" + collection + "/2000000001/callpermissions/2000000002";
        for (var answer : List.of(api.put(unknown), api.delete(unknown))) {
            answer.refused(404, "Resource Not Found - " + name + " was not found ('id': 2000000001)");
        }
        String path = item(collection, owner) + "/callpermissions/2000000002";
        for (var answer : List.of(api.put(path), api.delete(path))) {
            answer.refused(404, "Resource Not Found - CallPermission was not found ('id': 2000000002)");
        }
    }

    @Covers({"call_permission/rules/delete"})
    @Test
    void goesWithEitherSide() {
        JsonNode kept = create();
        api.put(pair(owner, permission)).done();
        api.put(pair(kept, permission)).done();
        api.delete(item(collection, owner)).done();
        assertThat(api.get(item("callpermissions", permission)).found().get(collection))
                .containsExactly(shown(kept));
        api.delete(item("callpermissions", permission)).done();
        assertThat(api.get(item(collection, kept)).found().get("call_permissions"))
                .isEmpty();
    }
}
