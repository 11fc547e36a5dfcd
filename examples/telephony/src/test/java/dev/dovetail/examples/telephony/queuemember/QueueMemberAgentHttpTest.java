package dev.dovetail.examples.telephony.queuemember;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueueMemberAgentHttpTest extends HttpTest {
    private JsonNode queue;
    private JsonNode agent;

    @BeforeEach
    void objects() {
        queue = api.post("/queues", body("name", "queue" + next())).created();
        agent = agent(api);
    }

    private static JsonNode agent(Client by) {
        return by.post("/agents", body("number", "" + next())).created();
    }

    private String pair(JsonNode of) {
        return item("queues", queue) + "/members" + item("agents", of);
    }

    private JsonNode members() {
        return api.get(item("queues", queue)).found().get("members").get("agents");
    }

    private JsonNode shown(JsonNode of, int penalty, int priority) {
        return body(
                "id",
                of.get("id"),
                "number",
                of.get("number"),
                "firstname",
                null,
                "lastname",
                null,
                "penalty",
                penalty,
                "priority",
                priority,
                "links",
                of.get("links"));
    }

    @Covers({
        "queue_member_agent/embedded_in/queue",
        "queue_member_agent/events/associated",
        "queue_member_agent/events/dissociated",
        "queue_member_agent/paths/1",
        "queue_member_agent/paths/2",
        "queue_member_agent/reload",
        "queue_member_agent/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnceOfTheAgentToo() {
        JsonNode ids = body("queue_id", queue.get("id"), "agent_id", agent.get("id"));
        String edited = event("agent_edited", tenant, body("id", agent.get("id")));
        assertThat(node.heard(() ->
                        api.put(pair(agent), body("penalty", 3, "priority", 7)).done()))
                .containsExactly(
                        event(
                                "queue_member_agent_associated",
                                tenant,
                                body("queue_id", queue.get("id"), "agent_id", agent.get("id"), "penalty", 3)),
                        edited);
        assertThat(members()).containsExactly(shown(agent, 3, 7));
        assertThat(node.heard(() -> api.delete(pair(agent)).done()))
                .containsExactly(event("queue_member_agent_dissociated", tenant, ids), edited);
        assertThat(node.heard(() -> api.delete(pair(agent)).done())).isEmpty();
        assertThat(members()).isEmpty();
    }

    @Covers({
        "queue_member_agent/attributes/penalty",
        "queue_member_agent/attributes/priority",
        "queue_member_agent/rules/already_associated"
    })
    @Test
    void setsBothAttributesSilentlyAndToZeroWhenNotGiven() {
        api.put(pair(agent), body("penalty", 3, "priority", 7)).done();
        assertThat(node.heard(() -> api.put(pair(agent), body("penalty", 4)).done()))
                .isEmpty();
        assertThat(members()).containsExactly(shown(agent, 4, 0));
        api.put(pair(agent), body()).done();
        assertThat(members()).containsExactly(shown(agent, 0, 0));
    }

    @Covers({"queue/embedded/members", "queue_member_agent/cardinality", "queue_member_agent/embedded_in/agent"})
    @Test
    void listsByPriorityAndShowsThePenaltyInTheAgent() {
        JsonNode first = agent(api);
        api.put(pair(agent), body("penalty", 2, "priority", 5)).done();
        api.put(pair(first), body("priority", "1")).done();
        assertThat(members()).containsExactly(shown(first, 0, 1), shown(agent, 2, 5));
        JsonNode shownAgent = api.get(item("agents", agent)).found();
        assertThat(shownAgent.get("queues"))
                .containsExactly(body(
                        "id",
                        queue.get("id"),
                        "name",
                        queue.get("name"),
                        "label",
                        null,
                        "penalty",
                        2,
                        "links",
                        queue.get("links")));
        assertThat(api.get("/agents?id=" + agent.get("id")).items()).containsExactly(shownAgent);
        assertThat(api.get("/queues").items())
                .containsExactly(api.get(item("queues", queue)).found());
        api.delete(item("agents", first)).done();
        assertThat(members()).containsExactly(shown(agent, 2, 5));
        api.delete(item("queues", queue)).done();
        assertThat(api.get(item("agents", agent)).found()).isEqualTo(agent);
    }

    @Covers("queue_member_agent/rules/associate/1")
    @Test
    void refusesAnotherTenants() {
        api.put(pair(agent(api.in(tenants.child()))), body())
                .refused("Resource Error - different tenants ('queue_tenant_uuid': '" + tenant
                        + "', 'agent_tenant_uuid': '" + tenants.child() + "')");
        assertThat(members()).isEmpty();
    }

    @Covers("queue_member_agent/lookup")
    @Test
    void looksTheQueueUpThenTheAgentThenAtTheBody() {
        JsonNode bad = body("penalty", -1, "priority", "x");
        api.put("/queues/2000000001/members/agents/2000000002", bad)
                .refused(404, "Resource Not Found - Queue was not found ('id': 2000000001)");
        api.put(item("queues", queue) + "/members/agents/2000000002", bad)
                .refused(404, "Resource Not Found - Agent was not found ('id': 2000000002)");
        api.put(pair(agent), bad)
                .refused(
                        "Input Error - penalty: ['Must be greater than or equal to 0.']",
                        "Input Error - priority: ['Not a valid integer.']");
        for (String text : List.of("/queues/2000000001/members/agents/1")) {
            api.delete(text).refused(404, "Resource Not Found - Queue was not found ('id': 2000000001)");
        }
    }
}
