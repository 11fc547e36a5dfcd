package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserServicesHttpTest extends HttpTest {
    private JsonNode user;
    private String path;

    @BeforeEach
    void join() {
        user = user();
        path = item("users", user) + "/services";
    }

    private static JsonNode enabled(boolean enabled) {
        return body("enabled", enabled);
    }

    private String updated(String service, boolean enabled) {
        var headers = new TreeMap<String, Object>();
        headers.put("service_name", service);
        headers.put("tenant_uuid", tenant.toString());
        headers.put("user_uuid:" + user.get("uuid").stringValue(), true);
        JsonNode data = body(
                "user_id", user.get("id"),
                "user_uuid", user.get("uuid"),
                "tenant_uuid", tenant.toString(),
                "enabled", enabled);
        return Journal.event("users_services_" + service + "_updated", headers, data);
    }

    @Covers({
        "user/embedded/services",
        "user/subresources/1/methods/GET",
        "user/subresources/1/path",
        "user/subresources/2/methods/GET",
        "user/subresources/2/path"
    })
    @Test
    void startSwitchedOff() {
        JsonNode off = body("dnd", enabled(false), "incallfilter", enabled(false));
        assertThat(user.get("services")).isEqualTo(off);
        assertThat(api.get(path).found()).isEqualTo(off);
        assertThat(api.get(path + "/dnd").found()).isEqualTo(enabled(false));
        assertThat(api.get(path + "/incallfilter").found()).isEqualTo(enabled(false));
    }

    @Test
    void areSwitchedOneByOne() {
        assertThat(node.heard(() -> api.put(path + "/dnd", enabled(true)).done()))
                .containsExactly(updated("dnd", true));
        assertThat(api.get(path + "/dnd").found()).isEqualTo(enabled(true));
        assertThat(node.heard(() -> api.put(path + "/dnd", enabled(true)).done()))
                .as("the same again")
                .containsExactly(updated("dnd", true));
        assertThat(node.heard(
                        () -> api.put(path + "/incallfilter", enabled(true)).done()))
                .containsExactly(updated("incallfilter", true));
        assertThat(api.get(item("users", user)).found().get("services"))
                .isEqualTo(body("dnd", enabled(true), "incallfilter", enabled(true)));
        api.put(path + "/dnd", enabled(false)).done();
        assertThat(api.get(path).found()).isEqualTo(body("dnd", enabled(false), "incallfilter", enabled(true)));
    }

    @Covers("user/subresources_events/services")
    @Test
    void areSwitchedTogetherAndTellOfBoth() {
        assertThat(node.heard(
                        () -> api.put(path, body("incallfilter", enabled(true))).done()))
                .containsExactly(updated("dnd", false), updated("incallfilter", true));
        assertThat(node.heard(() -> api.put(path, body("dnd", enabled(true), "incallfilter", enabled(false)))
                        .done()))
                .containsExactly(updated("dnd", true), updated("incallfilter", false));
        assertThat(node.heard(() -> api.put(path, body()).done()))
                .containsExactly(updated("dnd", true), updated("incallfilter", false));
        assertThat(api.get(path).found()).isEqualTo(body("dnd", enabled(true), "incallfilter", enabled(false)));
    }

    @Test
    void takeTheUserByItsUuidToo() {
        String byUuid = "/users/" + user.get("uuid").stringValue() + "/services";
        api.put(byUuid + "/dnd", enabled(true)).done();
        api.put(byUuid, body("incallfilter", enabled(true))).done();
        assertThat(api.get(byUuid).found()).isEqualTo(body("dnd", enabled(true), "incallfilter", enabled(true)));
    }

    @Covers({"conventions/6/schema_errors/1", "user/subresources/1/methods/PUT", "user/subresources/2/methods/PUT"})
    @Test
    void checkTheirBodies() {
        for (String service : List.of("dnd", "incallfilter")) {
            String one = path + "/" + service;
            api.put(one, body()).refused("Input Error - enabled: ['Missing data for required field.']");
            api.put(one, body("enabled", null)).refused("Input Error - enabled: ['Field may not be null.']");
            for (Object wrong : List.of("true", 1)) {
                api.put(one, body("enabled", wrong)).refused("Input Error - enabled: ['Not a valid boolean.']");
            }
            api.put(one, Json.of(List.of(1))).refused("Input Error - _schema: ['Invalid input type.']");

            api.put(path, body(service, body()))
                    .refused("Input Error - " + service + ": {'enabled': ['Missing data for required field.']}");
            api.put(path, body(service, body("enabled", 5)))
                    .refused("Input Error - " + service + ": {'enabled': ['Not a valid boolean.']}");
            api.put(path, body(service, null)).refused("Input Error - " + service + ": ['Field may not be null.']");
            api.put(path, body(service, 5))
                    .refused("Input Error - " + service + ": {'_schema': ['Invalid input type.']}");
        }
        api.put(path, body("dnd", body(), "incallfilter", body()))
                .refused(
                        "Input Error - dnd: {'enabled': ['Missing data for required field.']}",
                        "Input Error - incallfilter: {'enabled': ['Missing data for required field.']}");
        assertThat(api.get(path).found()).isEqualTo(user.get("services"));
    }

    @Test
    void doNotKnowAnUnknownUser() {
        String uuid = "deadbeef-dead-4bad-8bad-deadbeef0001";
        for (String sub : List.of("", "/dnd", "/incallfilter")) {
            String byId = "/users/2000000001/services" + sub;
            String byUuid = "/users/" + uuid + "/services" + sub;
            String noId = "Resource Not Found - User was not found ('id': 2000000001)";
            String noUuid = "Resource Not Found - User was not found ('id': UUID('" + uuid + "'))";
            api.get(byId).refused(404, noId);
            api.put(byId, enabled(true)).refused(404, noId);
            api.put(byId, body("enabled", 5, "dnd", 5)).refused(404, noId);
            api.get(byUuid).refused(404, noUuid);
            api.put(byUuid, enabled(true)).refused(404, noUuid);
        }
    }

    @Test
    void seeAllTenants() {
        var outside = node.client(tenants.sibling());
        outside.get(item("users", user))
                .refused(404, "Resource Not Found - User was not found ('id': " + user.get("id") + ")");
        assertThat(outside.get(path).found()).isEqualTo(user.get("services"));
        outside.get(path + "/incallfilter").found();
        assertThat(node.heard(() -> outside.put(path + "/dnd", enabled(true)).done()))
                .containsExactly(updated("dnd", true));
        outside.put(path, body("incallfilter", enabled(true))).done();
        assertThat(api.get(path).found()).isEqualTo(body("dnd", enabled(true), "incallfilter", enabled(true)));
    }

    @Covers("user/compound_create/ignored")
    @Test
    void areIgnoredInBodiesOfUsers() {
        JsonNode on = body("dnd", enabled(true), "incallfilter", enabled(true));
        JsonNode made = user("services", on);
        assertThat(made.get("services")).isEqualTo(user.get("services"));
        api.put(item("users", made), body("services", on)).done();
        assertThat(api.get(item("users", made) + "/services").found()).isEqualTo(user.get("services"));
        user("services", 5);
    }
}
