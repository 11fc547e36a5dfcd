package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ForwardsHttpTest extends HttpTest {
    private static final List<String> EACH = List.of("busy", "noanswer", "unconditional");
    private static final String NO_DESTINATION = "Resource Error - Forward must be disabled to remove destination";

    private JsonNode user;
    private String path;

    @BeforeEach
    void join() {
        user = user();
        path = item("users", user) + "/forwards";
    }

    private static JsonNode to(boolean enabled, String destination) {
        return body("enabled", enabled, "destination", destination);
    }

    private static JsonNode none() {
        return body("busy", to(false, null), "noanswer", to(false, null), "unconditional", to(false, null));
    }

    private String updated(String forward, boolean enabled, String destination) {
        var headers = new TreeMap<String, Object>();
        headers.put("forward_name", forward);
        headers.put("tenant_uuid", tenant.toString());
        headers.put("user_uuid:" + user.get("uuid").stringValue(), true);
        JsonNode data = body(
                "user_id", user.get("id"),
                "user_uuid", user.get("uuid"),
                "tenant_uuid", tenant.toString(),
                "enabled", enabled,
                "destination", destination);
        return Journal.event("users_forwards_" + forward + "_updated", headers, data);
    }

    @Covers({
        "user/embedded/forwards",
        "user/subresources/3/methods/GET",
        "user/subresources/3/path",
        "user/subresources/4/methods/GET",
        "user/subresources/4/path"
    })
    @Test
    void startSwitchedOff() {
        assertThat(user.get("forwards")).isEqualTo(none());
        assertThat(api.get(path).found()).isEqualTo(none());
        for (String forward : EACH) {
            assertThat(api.get(path + "/" + forward).found()).isEqualTo(to(false, null));
        }
    }

    @Test
    void areSetOneByOne() {
        for (String forward : EACH) {
            String one = path + "/" + forward;
            assertThat(node.heard(() -> api.put(one, to(true, "12")).done()))
                    .containsExactly(updated(forward, true, "12"));
            assertThat(api.get(one).found()).isEqualTo(to(true, "12"));
            assertThat(node.heard(() -> api.put(one, body("enabled", false)).done()))
                    .containsExactly(updated(forward, false, "12"));
            assertThat(node.heard(() -> api.put(one, body()).done())).containsExactly(updated(forward, false, "12"));
            api.put(one, body("destination", null)).done();
            assertThat(api.get(one).found()).isEqualTo(to(false, null));
            api.put(one, body("destination", "x".repeat(128))).done();
            api.put(one, body("enabled", true)).done();
            assertThat(api.get(path).found().get(forward)).isEqualTo(to(true, "x".repeat(128)));
        }
    }

    @Covers({"user/subresources_events/forwards", "user/subresources_reload"})
    @Test
    void areSetTogetherAndTellOfAllThree() {
        assertThat(node.heard(() -> api.put(path, body("noanswer", to(true, "1"), "busy", body("destination", "2")))
                        .done()))
                .containsExactly(
                        updated("busy", false, "2"),
                        updated("noanswer", true, "1"),
                        updated("unconditional", false, null));
        assertThat(node.heard(() -> api.put(path, body()).done())).hasSize(3);
        api.put(path, body("busy", body("enabled", true))).done();
        JsonNode now = body("busy", to(true, "2"), "noanswer", to(true, "1"), "unconditional", to(false, null));
        assertThat(api.get(path).found()).isEqualTo(now);
        assertThat(api.get(item("users", user)).found().get("forwards")).isEqualTo(now);
    }

    @Test
    void needADestinationWhileTheyAreEnabled() {
        assertThat(node.heard(() -> {
                    for (String forward : EACH) {
                        api.put(path + "/" + forward, body("enabled", true)).refused(NO_DESTINATION);
                        api.put(path + "/" + forward, to(true, null)).refused(NO_DESTINATION);
                        api.put(path, body(forward, to(true, null))).refused(NO_DESTINATION);
                    }
                }))
                .isEmpty();
        for (String forward : EACH) {
            api.put(path + "/" + forward, to(true, "12")).done();
            api.put(path + "/" + forward, body("destination", null)).refused(NO_DESTINATION);
            api.put(path, body(forward, body("destination", null))).refused(NO_DESTINATION);
            assertThat(api.get(path + "/" + forward).found()).isEqualTo(to(true, "12"));
            api.put(path + "/" + forward, to(false, null)).done();
        }
    }

    @Covers({"user/subresources/3/methods/PUT", "user/subresources/4/methods/PUT"})
    @Test
    void checkTheirBodies() {
        for (String forward : EACH) {
            String one = path + "/" + forward;
            api.put(one, body("enabled", null, "destination", 5))
                    .refused(
                            "Input Error - enabled: ['Field may not be null.']",
                            "Input Error - destination: ['Not a valid string.']");
            api.put(one, body("enabled", "true", "destination", "x".repeat(129)))
                    .refused(
                            "Input Error - enabled: ['Not a valid boolean.']",
                            "Input Error - destination: ['Longer than maximum length 128.']");
            api.put(path, body(forward, body("enabled", 5, "destination", "x".repeat(129))))
                    .refused("Input Error - " + forward + ": {'enabled': ['Not a valid boolean.'], 'destination':"
                            + " ['Longer than maximum length 128.']}");
            api.put(path, body(forward, null)).refused("Input Error - " + forward + ": ['Field may not be null.']");
            api.put(path, body(forward, "x"))
                    .refused("Input Error - " + forward + ": {'_schema': ['Invalid input type.']}");
        }
        assertThat(api.get(path).found()).isEqualTo(none());
    }

    @Test
    void takeTheUserByItsUuidToo() {
        String byUuid = "/users/" + user.get("uuid").stringValue() + "/forwards";
        api.put(byUuid + "/busy", to(true, "1")).done();
        api.put(byUuid, body("noanswer", to(true, "2"))).done();
        assertThat(api.get(byUuid).found()).isEqualTo(api.get(path).found());
        assertThat(api.get(byUuid + "/busy").found()).isEqualTo(to(true, "1"));
    }

    @Covers("user/not_found")
    @Test
    void doNotKnowAnUnknownUser() {
        String uuid = "deadbeef-dead-4bad-8bad-deadbeef0001";
        for (String sub : List.of("", "/busy", "/noanswer", "/unconditional")) {
            String byId = "/users/2000000001/forwards" + sub;
            String noId = "Resource Not Found - User was not found ('id': 2000000001)";
            String noUuid = "Resource Not Found - User was not found ('id': UUID('" + uuid + "'))";
            api.get(byId).refused(404, noId);
            api.put(byId, body()).refused(404, noId);
            api.put(byId, body("enabled", 5, "busy", 5)).refused(404, noId);
            api.get("/users/" + uuid + "/forwards" + sub).refused(404, noUuid);
            api.put("/users/" + uuid + "/forwards" + sub, body()).refused(404, noUuid);
        }
    }

    @Covers("user/subresources_common")
    @Test
    void seeAllTenants() {
        var outside = node.client(tenants.sibling());
        assertThat(outside.get(path).found()).isEqualTo(none());
        assertThat(node.heard(() -> outside.put(path + "/busy", to(true, "1")).done()))
                .containsExactly(updated("busy", true, "1"));
        outside.put(path, body("noanswer", to(true, "2"))).done();
        assertThat(outside.get(path + "/noanswer").found()).isEqualTo(to(true, "2"));
    }

    @Test
    void areIgnoredWhenAUserIsEdited() {
        api.put(item("users", user), body("forwards", body("busy", to(true, "1"))))
                .done();
        assertThat(api.get(path).found()).isEqualTo(none());
    }
}
