package dev.dovetail.examples.telephony.externalapp;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExternalAppHttpTest extends HttpTest {
    private static final String LIST = "/external/apps";

    private static JsonNode configuration() {
        return body("text", "é", "list", List.of(1, 1.5, Map.of("a", true)), "nothing", null);
    }

    @Covers({
        "external_app/events/created",
        "external_app/events/deleted",
        "external_app/events/edited",
        "external_app/fields/links",
        "external_app/fields/name",
        "external_app/fields/tenant_uuid",
        "external_app/id",
        "external_app/methods/item",
        "external_app/not_found",
        "external_app/paths/collection",
        "external_app/paths/item",
        "external_app/reload",
        "external_app/rules/create_body"
    })
    @Test
    void keepsAnAppUnderTheNameInThePath() {
        String path = LIST + "/My%20app";
        JsonNode data = body("name", "My app");
        Reply[] reply = {null};
        var created = node.heard(() ->
                reply[0] = api.post(path, body("name", "ignored", "label", "l", "configuration", configuration())));
        JsonNode app = reply[0].created();
        assertThat(app)
                .isEqualTo(body(
                        "name",
                        "My app",
                        "tenant_uuid",
                        tenant.toString(),
                        "label",
                        "l",
                        "configuration",
                        configuration(),
                        "links",
                        List.of(body("rel", "external_apps", "href", api.url(LIST + "/My app")))));
        assertThat(reply[0].header("location")).isEqualTo(api.url(path));
        assertThat(created).containsExactly(event("external_app_created", tenant, data));
        assertThat(api.get(path).found()).isEqualTo(app);
        assertThat(api.get(LIST).items()).containsExactly(app);
        assertThat(node.heard(() -> api.put(path, body("configuration", body("b", 1), "name", "x"))
                        .done()))
                .containsExactly(event("external_app_edited", tenant, data));
        assertThat(api.get(path).found()).isEqualTo(Json.with(app, "configuration", body("b", 1)));
        api.put(path, body("configuration", null, "label", null)).done();
        assertThat(api.get(path).found()).isEqualTo(Json.with(app, "configuration", null, "label", null));
        assertThat(node.heard(() -> api.delete(path).done()))
                .containsExactly(event("external_app_deleted", tenant, data));
        api.get(path).refused(404, "Resource Not Found - ExternalApp was not found ('name': 'My app')");
    }

    @Covers({"external_app/fields/configuration", "external_app/fields/label"})
    @Test
    void checksInput() {
        String path = LIST + "/app";
        api.post(path, body("label", "x".repeat(257)))
                .refused("Input Error - label: ['Longer than maximum length 256.']");
        api.post(path, body("label", 1, "configuration", "x"))
                .refused(
                        "Input Error - label: ['Not a valid string.']",
                        "Input Error - configuration: ['Not a valid mapping type.']");
        api.post(LIST + "/" + "x".repeat(129), body())
                .refused("Input Error - name: ['Longer than maximum length 128.']");
        JsonNode none = body("label", null, "configuration", null);
        JsonNode least = api.post(LIST + "/" + "x".repeat(128), body()).created();
        assertThat(Json.without(least, "name", "tenant_uuid", "links")).isEqualTo(none);
        api.put(LIST + "/" + "x".repeat(128), none).done();
        api.send("POST", path, "")
                .refused("The browser (or proxy) sent a request that this server could not understand.");
        assertThat(api.get(LIST).items()).hasSize(1);
        api.put(LIST + "/none", body("label", 1))
                .refused(404, "Resource Not Found - ExternalApp was not found ('name': 'none')");
    }

    @Covers({
        "conventions/6/text_of_business_errors/2",
        "conventions/6/text_of_business_errors/3",
        "external_app/list/search",
        "external_app/list/sort/name",
        "external_app/rules/create/1",
        "external_app/rules/same_name",
        "external_app/tenanted"
    })
    @Test
    void hasANameOnceInATenantAndIsNotSeenFromAbove() {
        String path = LIST + "/app";
        api.post(path, body()).created();
        api.post(path, body())
                .refused(
                        "Resource Error - ExternalApp already exists ('tenant_uuid': '" + tenant + "', 'name': 'app')");
        var child = api.in(tenants.child());
        child.post(LIST + "/below", body()).created();
        child.post(path, body("label", "child")).created();
        String unknown = "Resource Not Found - ExternalApp was not found ('name': 'below')";
        api.get(LIST + "/below").refused(404, unknown);
        api.put(LIST + "/below", body()).refused(404, unknown);
        api.delete(LIST + "/below").refused(404, unknown);
        api.put(path, body("label", "own")).done();
        assertThat(child.get(path).found().get("label").stringValue()).isEqualTo("child");
        assertThat(api.get(LIST).items("name")).containsExactly("app");
        assertThat(api.get(LIST + "?recurse=true&order=name&direction=desc").items("name"))
                .containsExactly("below", "app", "app");
        assertThat(api.get(LIST + "?recurse=true&search=ELO").items("name")).containsExactly("below");
        assertThat(api.get(LIST + "?name=none").items()).isEmpty();
        api.get(LIST + "?order=label").refused("Input Error - order: column 'label' was not found");
    }

    @Covers("external_app/methods/collection")
    @Test
    void refusesToCreateWithoutAName() {
        Reply reply = api.post(LIST, body());
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEqualTo("\"\"\n");
    }
}
