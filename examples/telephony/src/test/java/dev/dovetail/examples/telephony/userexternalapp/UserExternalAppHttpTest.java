package dev.dovetail.examples.telephony.userexternalapp;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserExternalAppHttpTest extends HttpTest {
    private JsonNode user;
    private String byId;
    private String byUuid;

    @BeforeEach
    void aUser() {
        user = user();
        byId = "/users/" + user.get("id") + "/external/apps";
        byUuid = "/users/" + user.get("uuid").stringValue() + "/external/apps";
    }

    @Covers({
        "user_external_app/events/created",
        "user_external_app/events/deleted",
        "user_external_app/events/edited",
        "user_external_app/fields/name",
        "user_external_app/id",
        "user_external_app/methods/item",
        "user_external_app/not_found",
        "user_external_app/paths/collection",
        "user_external_app/paths/item",
        "user_external_app/reload",
        "user_external_app/rules/create_body",
        "user_external_app/rules/independence"
    })
    @Test
    void keepsAnAppOfAUserUnderBothOfHisKeys() {
        JsonNode data = body("name", "app");
        Reply[] reply = {null};
        var created = node.heard(() ->
                reply[0] = api.post(byId + "/app", body("name", "x", "label", "l", "configuration", body("a", 1))));
        JsonNode app = reply[0].created();
        assertThat(app).isEqualTo(body("name", "app", "label", "l", "configuration", body("a", 1)));
        assertThat(reply[0].header("location")).isEqualTo(api.url(byUuid + "/app"));
        assertThat(created).containsExactly(event("user_external_app_created", tenant, data));
        assertThat(api.get(byId + "/app").found()).isEqualTo(app);
        assertThat(api.get(byUuid + "/app").found()).isEqualTo(app);
        assertThat(api.get(byUuid).items()).containsExactly(app);
        assertThat(node.heard(
                        () -> api.put(byUuid + "/app", body("label", null)).done()))
                .containsExactly(event("user_external_app_edited", tenant, data));
        assertThat(api.get(byId + "/app").found()).isEqualTo(Json.with(app, "label", null));
        assertThat(node.heard(() -> api.delete(byId + "/app").done()))
                .containsExactly(event("user_external_app_deleted", tenant, data));
        api.delete(byId + "/app").refused(404, "Resource Not Found - UserExternalApp was not found ('name': 'app')");
    }

    @Covers("user_external_app/tenanted")
    @Test
    void looksTheUserUpFirst() {
        String unknown = "/users/2000000001/external/apps";
        String text = "Resource Not Found - User was not found ('id': 2000000001)";
        api.get(unknown).refused(404, text);
        api.get(unknown + "?view=x").refused(404, text);
        api.get(unknown + "/app").refused(404, text);
        api.post(unknown + "/app", body("label", 1)).refused(404, text);
        api.put(unknown + "/app", body()).refused(404, text);
        api.delete(unknown + "/app").refused(404, text);
    }

    @Covers({
        "user_external_app/fields/configuration",
        "user_external_app/fields/label",
        "user_external_app/methods/collection"
    })
    @Test
    void checksInput() {
        String app = byId + "/app";
        api.post(app, body("label", "x".repeat(257)))
                .refused("Input Error - label: ['Longer than maximum length 256.']");
        api.post(app, body("label", 1, "configuration", "x"))
                .refused(
                        "Input Error - label: ['Not a valid string.']",
                        "Input Error - configuration: ['Not a valid mapping type.']");
        assertThat(api.post(byId, body()).status()).isEqualTo(500);
        JsonNode none = body("name", "app", "label", null, "configuration", null);
        assertThat(api.post(app, body()).created()).isEqualTo(none);
        api.put(app, body("label", "x".repeat(256), "configuration", body("a", 1)))
                .done();
        api.put(app, none).done();
        assertThat(api.get(app).found()).isEqualTo(none);
    }

    @Covers("user_external_app/rules/create/1")
    @Test
    void hasANameOncePerUser() {
        api.post(byId + "/app", body()).created();
        api.post(byUuid + "/app", body())
                .refused("Resource Error - UserExternalApp already exists ('user_uuid': '"
                        + user.get("uuid").stringValue() + "', 'name': 'app')");
        JsonNode other = user();
        api.post("/users/" + other.get("id") + "/external/apps/app", body()).created();
        assertThat(api.get(byId).items("name")).containsExactly("app");
        api.post(byId + "/" + "x".repeat(129), body())
                .refused("Input Error - name: ['Longer than maximum length 128.']");
        assertThat(api.post(byId, body()).status()).isEqualTo(500);
    }

    @Covers({"user_external_app/view/item", "user_external_app/view/list", "user_external_app/view/parameter"})
    @Test
    void fallsBackToTheAppsOfTheTenant() {
        api.post("/external/apps/both", body("label", "tenant")).created();
        api.post("/external/apps/tenant", body("label", "tenant", "configuration", body("a", 1)))
                .created();
        node.client(tenants.sibling()).post("/external/apps/foreign", body()).created();
        api.post(byId + "/both", body("label", "user")).created();
        api.post(byId + "/user", body("label", "user")).created();

        JsonNode tenants = body("name", "tenant", "label", "tenant", "configuration", body("a", 1));
        JsonNode both = body("name", "both", "label", "user", "configuration", null);
        JsonNode own = body("name", "user", "label", "user", "configuration", null);
        JsonNode list = api.get(byId + "?view=fallback&limit=1&search=x").found();
        assertThat(list.get("total").asInt()).isEqualTo(3);
        assertThat(list.get("items").valueStream()).containsExactlyInAnyOrder(both, tenants, own);
        assertThat(api.get(byUuid + "/tenant?view=fallback").found()).isEqualTo(tenants);
        assertThat(api.get(byId + "/both?view=fallback").found()).isEqualTo(both);
        api.get(byId + "/tenant").refused(404, "Resource Not Found - UserExternalApp was not found ('name': 'tenant')");
        api.get(byId + "/none?view=fallback")
                .refused(404, "Resource Not Found - UserExternalApp was not found ('name': 'none')");
        for (String path : List.of(byId, byId + "/both")) {
            api.get(path + "?view=other").refused("Input Error - view: ['Must be one of: fallback.']");
        }
    }

    @Covers({
        "user_external_app/list/default_sort",
        "user_external_app/list/filter/name",
        "user_external_app/list/search",
        "user_external_app/list/sort/name"
    })
    @Test
    void listsSearchesAndGoesWithTheUser() {
        for (String name : List.of("b", "a", "c")) {
            api.post(byId + "/" + name, body()).created();
        }
        assertThat(api.get(byId).items("name")).containsExactly("a", "b", "c");
        assertThat(api.get(byId + "?order=name&direction=desc&limit=2").items("name"))
                .containsExactly("c", "b");
        assertThat(api.get(byId + "?search=B").items("name")).containsExactly("b");
        assertThat(api.get(byId + "?name=c").items("name")).containsExactly("c");
        api.delete("/users/" + user.get("id")).done();
        assertThat(api.get(byId).status()).isEqualTo(404);
    }
}
