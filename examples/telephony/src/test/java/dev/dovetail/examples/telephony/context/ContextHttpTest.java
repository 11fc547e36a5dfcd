package dev.dovetail.examples.telephony.context;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.names;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.agent.AgentLoginStatus;
import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.LineKit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContextHttpTest extends HttpTest {
    private static ObjectNode data(JsonNode context, String type) {
        return body(
                "id", context.get("id"),
                "name", context.get("name"),
                "type", type,
                "tenant_uuid", context.get("tenant_uuid"));
    }

    @Covers({
        "context/events/created",
        "context/events/deleted",
        "context/events/edited",
        "context/not_found",
        "context/reload/create",
        "context/reload/delete",
        "context/reload/edit",
        "conventions/5/5"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(context("type", "incall")));
        JsonNode context = made.get(0);
        var edited = node.heard(
                () -> api.put(item("contexts", context), body("type", "others")).done());
        var unchanged =
                node.heard(() -> api.put(item("contexts", context), body()).done());
        var deleted = node.heard(() -> api.delete(item("contexts", context)).done());

        String dialplan = reload("dialplan reload");
        assertThat(created).containsExactly(dialplan, event("context_created", tenant, data(context, "incall")));
        assertThat(edited).containsExactly(dialplan, event("context_edited", tenant, data(context, "others")));
        assertThat(unchanged).containsExactly(dialplan, event("context_edited", tenant, data(context, "others")));
        assertThat(deleted).containsExactly(dialplan, event("context_deleted", tenant, data(context, "others")));
        api.get(item("contexts", context))
                .refused(404, "Resource Not Found - Context was not found ('id': " + context.get("id") + ")");
    }

    @Covers("context/rules/delete_in_order/2")
    @Test
    void refusesToDeleteAContextThatAVoicemailUses() {
        JsonNode context = context();
        JsonNode voicemail = voicemail(context);
        var heard = node.heard(() -> api.delete(item("contexts", context))
                .refused("Resource Error - Context is associated with a Voicemail ('context_id': " + context.get("id")
                        + ", 'voicemail_id': " + voicemail.get("id") + ")"));
        assertThat(heard).isEmpty();
        api.get(item("contexts", context)).found();

        api.delete(item("voicemails", voicemail)).done();
        api.delete(item("contexts", context)).done();
    }

    /** The agent daemon writes who is logged in; no request does. */
    private void work(Consumer<Dao<AgentLoginStatus, Integer>> does) {
        var registry = node.server().registry();
        registry.unitOfWork()
                .run(CallContext.of(Scope.all()), () -> does.accept(registry.dao(AgentLoginStatus.AGENT_LOGIN_STATUS)));
    }

    @Covers("context/rules/delete_in_order/4")
    @Test
    void refusesToDeleteAContextThatAnAgentIsLoggedInThrough() {
        JsonNode context = context();
        JsonNode other = context();
        JsonNode agent = api.post("/agents", body("number", "" + next())).created();
        int id = agent.get("id").asInt();
        work(logins ->
                logins.create(new AgentLoginStatus(id, context.get("name").stringValue())));
        api.delete(item("contexts", context))
                .refused("Resource Error - Context is associated with a AgentLoginStatus ('context_id': "
                        + context.get("id") + ", 'agent_id': " + id + ")");
        api.delete(item("contexts", other)).done();
        work(logins -> logins.delete(id));
        api.delete(item("contexts", context)).done();
    }

    @Test
    void deletesAContextWhoseAgentIsGone() {
        JsonNode context = context();
        JsonNode agent = api.post("/agents", body("number", "" + next())).created();
        work(logins -> logins.create(new AgentLoginStatus(
                agent.get("id").asInt(), context.get("name").stringValue())));
        api.delete(item("agents", agent)).done();
        api.delete(item("contexts", context)).done();
    }

    @Covers("context/embedded/contexts")
    @Test
    void takesItsInclusionsInBothDirectionsWithIt() {
        JsonNode above = context();
        JsonNode middle = context();
        JsonNode below = context();
        api.put(item("contexts", above) + "/contexts", body("contexts", List.of(middle, below)))
                .done();
        api.put(item("contexts", middle) + "/contexts", body("contexts", List.of(below)))
                .done();

        api.delete(item("contexts", middle)).done();

        assertThat(api.get(item("contexts", above)).found().get("contexts"))
                .singleElement()
                .extracting(one -> one.get("id"))
                .isEqualTo(below.get("id"));
        api.delete(item("contexts", below)).done();
        assertThat(api.get(item("contexts", above)).found().get("contexts")).isEmpty();
    }

    @Test
    void doesNotKnowAnUnknownContextWhateverTheBody() {
        String text = "Resource Not Found - Context was not found ('id': 2000000001)";
        api.get("/contexts/2000000001").refused(404, text);
        api.put("/contexts/2000000001", body()).refused(404, text);
        api.put("/contexts/2000000001", body("label", 5)).refused(404, text);
        api.delete("/contexts/2000000001").refused(404, text);
        api.get("/contexts/99999999999999999999")
                .refused(404, "Resource Not Found - Context was not found ('id': 99999999999999999999)");
    }

    @Test
    void saysNothingWhenItRefuses() {
        JsonNode context = context();
        assertThat(node.heard(() -> {
                    api.post("/contexts", body()).refused("Input Error - label: ['Missing data for required field.']");
                    api.put(item("contexts", context), body("label", ""))
                            .refused("Input Error - label: ['Length must be between 1 and 128.']");
                    api.delete("/contexts/2000000001");
                    api.get(item("contexts", context)).found();
                }))
                .isEmpty();
    }

    @Covers("context/side_effects/1")
    @Test
    void takesTheLinesInItWithItAndTellsNobody() {
        LineKit lines = new LineKit(api);
        JsonNode context = lines.context();
        JsonNode elsewhere = lines.context();
        JsonNode user = user();
        JsonNode kept = lines.custom(elsewhere);
        lines.bare(context);
        lines.custom(context);
        JsonNode sip = lines.sip(context);
        JsonNode extension = extension(elsewhere);
        lines.give(user, sip);
        lines.give(user, kept);
        lines.link(sip, extension);
        api.put(LineKit.path(sip), body("context", context.get("name"))).done();

        assertThat(names(node.heard(() -> api.delete(item("contexts", context)).done())))
                .containsExactly("POST", "context_deleted");
        assertThat(api.get("/lines").items()).containsExactly(lines.now(kept));
        assertThat(api.get("/endpoints/sip").items()).isEmpty();
        assertThat(api.get("/endpoints/custom").items("id"))
                .containsExactly(kept.get("endpoint_custom").get("id").toString());
        assertThat(api.get(item("extensions", extension)).found()).isEqualTo(extension);
        assertThat(api.get(item("users", user)).found().get("lines")).hasSize(1);
    }
}
