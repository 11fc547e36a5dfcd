package dev.dovetail.examples.telephony.useragent;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserAgentHttpTest extends HttpTest {
    private JsonNode user;
    private JsonNode agent;

    @BeforeEach
    void objects() {
        user = user();
        agent = agent(api);
    }

    private static JsonNode agent(Client by) {
        return by.post("/agents", body("number", "" + next())).created();
    }

    private static String pair(JsonNode user, JsonNode agent) {
        return item("users", user) + item("agents", agent);
    }

    private JsonNode shown(JsonNode of) {
        return api.get(item("users", of)).found().get("agent");
    }

    private String taken(JsonNode asked) {
        return "Resource Error - User is associated with a Agent ('user_id': " + user.get("id") + ", 'agent': "
                + asked.get("id") + ")";
    }

    @Covers({
        "user_agent/events/associated",
        "user_agent/events/dissociated",
        "user_agent/paths/1",
        "user_agent/paths/2",
        "user_agent/reload",
        "user_agent/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        JsonNode data = body("user_uuid", user.get("uuid"), "agent_id", agent.get("id"));
        String uuid = user.get("uuid").stringValue();
        assertThat(node.heard(() -> api.put(pair(user, agent)).done()))
                .containsExactly(event("user_agent_associated", tenant, uuid, data));
        assertThat(node.heard(() -> api.put(pair(user, agent)).done())).isEmpty();
        String agents = "/users/" + uuid + "/agents";
        assertThat(node.heard(() -> api.delete(agents).done()))
                .containsExactly(event("user_agent_dissociated", tenant, uuid, data));
        assertThat(node.heard(() -> api.delete(agents).done())).isEmpty();
    }

    @Covers({"agent/embedded/users", "user_agent/cardinality", "user_agent/embedded_in/agent"})
    @Test
    void showsTheLinkOnBothSides() {
        JsonNode second = user("lastname", "Lee");
        api.put(pair(user, agent)).done();
        api.put(pair(second, agent)).done();
        assertThat(shown(user))
                .isEqualTo(body("id", agent.get("id"), "number", agent.get("number"), "links", agent.get("links")));
        assertThat(api.get(item("agents", agent)).found().get("users"))
                .containsExactly(shortUser(user), shortUser(second));
        assertThat(api.get("/agents?id=" + agent.get("id")).items())
                .containsExactly(api.get(item("agents", agent)).found());
        api.delete(item("users", user)).done();
        assertThat(api.get(item("agents", agent)).found().get("users")).containsExactly(shortUser(second));
    }

    @Test
    void isShownInTheDirectoryAsText() {
        api.put(pair(user, agent)).done();
        user();
        assertThat(api.get("/users?view=directory&order=id").items())
                .extracting(item -> item.get("agent_id"))
                .containsExactly(Json.of(agent.get("id").toString()), Json.of(null));
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

    @Covers({
        "user/embedded/agent",
        "user_agent/embedded_in/user",
        "user_agent/rules/associate_in_order/1",
        "user_agent/rules/associate_in_order/2"
    })
    @Test
    void checksItsRulesInTheirOrder() {
        JsonNode foreign = agent(api.in(tenants.child()));
        JsonNode other = agent(api);
        api.put(pair(user, agent)).done();
        assertThat(node.heard(() -> {
                    api.put(pair(user, foreign))
                            .refused("Resource Error - different tenants ('agent_tenant_uuid': '" + tenants.child()
                                    + "', 'user_tenant_uuid': '" + tenant + "')");
                    api.put(pair(user, other)).refused(taken(other));
                }))
                .isEmpty();
        assertThat(shown(user).get("id")).isEqualTo(agent.get("id"));
    }

    @Covers("user_agent/lookup")
    @Test
    void looksTheUserUpFirst() {
        String text = "Resource Not Found - User was not found ('id': 2000000001)";
        api.put("/users/2000000001/agents/2000000002").refused(404, text);
        api.delete("/users/2000000001/agents").refused(404, text);
        api.put(item("users", user) + "/agents/2000000002")
                .refused(404, "Resource Not Found - Agent was not found ('id': 2000000002)");
    }

    @Covers("agent/rules/delete")
    @Test
    void showsNoAgentOnceThatIsDeleted() {
        api.put(pair(user, agent)).done();
        api.delete(item("agents", agent)).done();
        assertThat(shown(user).isNull()).isTrue();
    }

    @Test
    void cannotBeAnotherAgentOnceTheirsIsDeleted() {
        api.put(pair(user, agent)).done();
        api.delete(item("agents", agent)).done();
        JsonNode other = agent(api);
        assertThat(node.heard(() -> {
                    api.put(pair(user, other)).refused(taken(other));
                    api.delete(item("users", user) + "/agents").done();
                    api.put(pair(user, other)).refused(taken(other));
                }))
                .isEmpty();
        api.delete(item("users", user)).done();
    }
}
