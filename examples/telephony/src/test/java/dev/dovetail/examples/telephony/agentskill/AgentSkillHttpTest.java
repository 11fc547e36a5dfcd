package dev.dovetail.examples.telephony.agentskill;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AgentSkillHttpTest extends HttpTest {
    private static final String RELOAD = reload("module reload app_queue.so");

    private JsonNode agent;
    private JsonNode skill;

    @BeforeEach
    void objects() {
        agent = agent();
        skill = skill(api);
    }

    private JsonNode agent() {
        return api.post("/agents", body("number", "" + next(), "lastname", "Lee"))
                .created();
    }

    private static JsonNode skill(Client by) {
        return by.post("/agents/skills", body("name", "skill" + next())).created();
    }

    private String pair() {
        return item("agents", agent) + item("skills", skill);
    }

    private JsonNode skills() {
        return api.get(item("agents", agent)).found().get("skills");
    }

    private JsonNode shown(int weight) {
        return body(
                "id", skill.get("id"), "name", skill.get("name"), "skill_weight", weight, "links", skill.get("links"));
    }

    @Covers({
        "agent/embedded/skills",
        "agent_skill/embedded_in/agent",
        "agent_skill/events/associated",
        "agent_skill/events/dissociated",
        "agent_skill/paths/1",
        "agent_skill/paths/2",
        "agent_skill/reload/all",
        "agent_skill/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        JsonNode data = body("agent_id", agent.get("id"), "skill_id", skill.get("id"));
        assertThat(node.heard(() -> api.put(pair(), body("skill_weight", 5)).done()))
                .containsExactly(RELOAD, event("agent_skill_associated", tenant, data));
        assertThat(node.heard(() -> api.put(pair(), body("skill_weight", 5)).done()))
                .isEmpty();
        assertThat(skills()).containsExactly(shown(5));
        assertThat(node.heard(() -> api.delete(pair()).done()))
                .containsExactly(RELOAD, event("agent_skill_dissociated", tenant, data));
        assertThat(node.heard(() -> api.delete(pair()).done())).isEmpty();
        assertThat(skills()).isEmpty();
    }

    @Covers({"agent_skill/attributes/skill_weight", "agent_skill/rules/already_associated"})
    @Test
    void setsTheWeightSilentlyAndToZeroWhenNoneIsGiven() {
        api.put(pair(), body("skill_weight", "7")).done();
        assertThat(node.heard(() -> api.put(pair(), body("skill_weight", 9)).done()))
                .isEmpty();
        assertThat(skills()).containsExactly(shown(9));
        assertThat(node.heard(() -> api.put(pair(), body()).done())).isEmpty();
        assertThat(skills()).containsExactly(shown(0));
    }

    @Test
    void showsTheLinkInTheSkillAsWell() {
        api.put(pair(), body("skill_weight", 3)).done();
        JsonNode shown = api.get("/agents/skills/" + skill.get("id")).found();
        assertThat(shown.get("agents"))
                .containsExactly(body(
                        "id",
                        agent.get("id"),
                        "number",
                        agent.get("number"),
                        "firstname",
                        null,
                        "lastname",
                        "Lee",
                        "skill_weight",
                        3,
                        "links",
                        agent.get("links")));
        assertThat(api.get("/agents/skills?id=" + skill.get("id")).items()).containsExactly(shown);
        assertThat(api.get("/agents?id=" + agent.get("id")).items())
                .containsExactly(api.get(item("agents", agent)).found());
    }

    @Test
    void refusesWhatIsNoWeight() {
        String start = "Input Error - skill_weight: ['";
        api.put(pair(), body("skill_weight", -1)).refused(start + "Must be greater than or equal to 0.']");
        api.put(pair(), body("skill_weight", "x")).refused(start + "Not a valid integer.']");
        api.put(pair(), body("skill_weight", null)).refused(start + "Field may not be null.']");
        assertThat(skills()).isEmpty();
    }

    @Covers("agent_skill/lookup")
    @Test
    void looksTheAgentUpThenTheSkillThenAtTheBody() {
        var bad = body("skill_weight", "x");
        api.put("/agents/2000000001/skills/2000000002", bad)
                .refused(404, "Resource Not Found - Agent was not found ('id': 2000000001)");
        api.put(item("agents", agent) + "/skills/2000000002", bad)
                .refused(404, "Resource Not Found - Skill was not found ('id': 2000000002)");
        api.delete("/agents/2000000001/skills/2000000002")
                .refused(404, "Resource Not Found - Agent was not found ('id': 2000000001)");
    }

    @Covers("agent_skill/rules/associate/1")
    @Test
    void refusesAnotherTenants() {
        JsonNode foreign = skill(api.in(tenants.child()));
        api.put(item("agents", agent) + item("skills", foreign), body())
                .refused("Resource Error - different tenants ('agent_tenant_uuid': '" + tenant
                        + "', 'skill_tenant_uuid': '" + tenants.child() + "')");
    }

    @Covers({"agent_skill/cardinality", "agent_skill/embedded_in/skill", "skill/embedded/agents", "skill/rules/delete"})
    @Test
    void goesWithEitherSide() {
        JsonNode other = agent();
        api.put(pair(), body()).done();
        api.put(item("agents", other) + item("skills", skill), body()).done();
        api.delete(item("agents", other)).done();
        assertThat(api.get("/agents/skills/" + skill.get("id")).found().get("agents"))
                .hasSize(1);
        api.delete("/agents/skills/" + skill.get("id")).done();
        assertThat(skills()).isEmpty();
        assertThat(api.get(item("agents", agent)).found()).isEqualTo(Json.with(agent));
    }
}
