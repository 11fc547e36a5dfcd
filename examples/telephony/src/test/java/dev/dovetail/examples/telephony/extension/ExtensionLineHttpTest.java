package dev.dovetail.examples.telephony.extension;

import static dev.dovetail.examples.telephony.testing.Journal.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.LineKit;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is peculiar to an extension that serves lines. */
class ExtensionLineHttpTest extends HttpTest {
    private LineKit lines;
    private JsonNode context;
    private JsonNode line;
    private JsonNode extension;
    private String path;

    @BeforeEach
    void objects() {
        lines = new LineKit(api);
        context = lines.context();
        line = lines.sip(context);
        extension = extension(context);
        path = item("extensions", extension);
        lines.link(line, extension);
    }

    @Covers("extension/rules/delete_in_order/2")
    @Test
    void cannotBeDeleted() {
        JsonNode second = lines.custom(context);
        lines.link(second, extension);
        assertThat(node.heard(() -> api.delete(path)
                        .refused("Resource Error - Extension is associated with a line ('extension_id': "
                                + extension.get("id") + ", 'associated_ids': [" + line.get("id") + ", "
                                + second.get("id") + "])")))
                .isEmpty();
        api.delete(LineKit.pair(line, extension)).done();
        api.delete(path)
                .refused("Resource Error - Extension is associated with a line ('extension_id': " + extension.get("id")
                        + ", 'associated_ids': [" + second.get("id") + "])");
        api.delete(LineKit.pair(second, extension)).done();
        api.delete(path).done();
    }

    @Covers({
        "extension/embedded/lines",
        "extension/rules/edit_in_order/4",
        "extension/rules/edit_in_order/5",
        "extension/rules/edit_in_order/6",
        "extension/rules/edit_in_order/7"
    })
    @Test
    void checksTheRulesOfAnEditInTheirOrder() {
        LineKit below = new LineKit(api.in(tenants.child()));
        JsonNode foreign = below.context();
        JsonNode foreignIncall = below.context("type", "incall");
        JsonNode taken = extension(foreignIncall, "exten", "1");
        JsonNode before = api.get(path).found();
        assertThat(node.heard(() -> {
                    api.put(path, body("exten", "1", "context", taken.get("context")))
                            .refused("Resource Error - Extension already exists ('exten': '1', 'context': '"
                                    + taken.get("context").stringValue() + "')");
                    api.put(path, body("exten", "_a", "context", foreignIncall.get("name")))
                            .refused("Resource Error - ContextType 'incall' cannot be associated");
                    api.put(path, body("exten", "*1", "context", foreignIncall.get("name")))
                            .refused("Resource Error - ContextType 'incall' cannot be associated");
                    api.put(path, body("exten", "1", "context", foreign.get("name")))
                            .refused("Input Error - Extension '1' is outside of range for context '"
                                    + foreign.get("name").stringValue() + "'");
                    api.put(path, body("exten", "_a", "context", foreign.get("name")))
                            .refused("exten: ['String does not match expected pattern.']");
                    api.put(path, body("context", foreign.get("name")))
                            .refused("Resource Error - different tenants ('current_tenant_uuid': '" + tenant
                                    + "', 'context_tenant_uuid': '" + tenants.child() + "')");
                }))
                .isEmpty();
        assertThat(api.get(path).found()).isEqualTo(before);
    }

    @Test
    void staysInAnInternalContextAndInItsRange() {
        for (String type : List.of("incall", "outcall", "services", "others")) {
            api.put(path, body("context", lines.context("type", type).get("name")))
                    .refused("Resource Error - ContextType '" + type + "' cannot be associated");
        }
        for (String beyond : List.of("9999", "100000")) {
            api.put(path, body("exten", beyond))
                    .refused("Input Error - Extension '" + beyond + "' is outside of range for context '"
                            + context.get("name").stringValue() + "'");
        }
        api.put(path, body("exten", "99999")).done();
        api.put(path, body("exten", "_1")).done();
        // What is no number cannot be compared with a range; clients know that as a failure of the server.
        for (String odd : List.of("*1", "1#")) {
            assertThat(api.put(path, body("exten", odd)).status()).isEqualTo(500);
        }
        api.delete(LineKit.pair(line, extension)).done();
        api.put(path, body("exten", "*1")).done();
    }

    @Test
    void takesItsLinesAlong() {
        JsonNode second = lines.custom(context);
        JsonNode unlinked = lines.custom(context);
        lines.link(second, extension);
        JsonNode elsewhere = lines.context();
        assertThat(names(node.heard(() ->
                        api.put(path, body("context", elsewhere.get("name"))).done())))
                .containsExactly("POST", "extension_edited");
        for (JsonNode moved : List.of(line, second)) {
            assertThat(lines.now(moved).get("context")).isEqualTo(elsewhere.get("name"));
        }
        assertThat(lines.now(unlinked)).isEqualTo(unlinked);
        // A line can be moved by itself; the next edit of its extension brings it back.
        api.put(LineKit.path(line), body("context", context.get("name"))).done();
        assertThat(lines.now(line).get("context")).isEqualTo(context.get("name"));
        api.put(path, body()).done();
        assertThat(lines.now(line).get("context")).isEqualTo(elsewhere.get("name"));
    }

    @Covers("extension/side_effects/1")
    @Test
    void bringsItsNumberIntoTheCallerId() {
        api.put(path, body("exten", "" + next())).done();
        assertThat(lines.option(line, "callerid")).isEmpty();
        lines.give(user("caller_id", "\"Ann\""), line);
        String number = "" + next();
        api.put(path, body("exten", number)).done();
        assertThat(lines.option(line, "callerid")).isEqualTo("\"Ann\" <" + number + ">");
    }

    @Test
    void keepsEditsOfALineThatComeAtTheSameMoment() {
        List<JsonNode> contexts = List.of(context, lines.context());
        try (Together two = Together.of(2)) {
            for (int round = 1; round <= 50; round++) {
                JsonNode to = contexts.get(round % 2);
                int position = round;
                two.run(i -> i == 0
                                ? api.put(path, body("context", to.get("name")))
                                : api.put(LineKit.path(line), body("position", position)))
                        .forEach(reply -> reply.done());
                JsonNode now = lines.now(line);
                assertThat(now.get("position").intValue()).isEqualTo(position);
                assertThat(now.get("context")).isEqualTo(to.get("name"));
            }
        }
    }

    @Covers({"extension/list/filter/type", "extension/list/note", "extension/list/sort/type"})
    @Test
    void listsByTheTypeOfItsContext() {
        // The name of a context tells the type that it was made with; so these get theirs later.
        JsonNode others = context();
        api.put(item("contexts", others), body("type", "others")).done();
        JsonNode services = context();
        api.put(item("contexts", services), body("type", "services")).done();
        String a = extension(others).get("exten").stringValue();
        String b = extension(services).get("exten").stringValue();
        String own = extension.get("exten").stringValue();
        assertThat(api.get("/extensions?type=others").items("exten")).containsExactly(a);
        assertThat(api.get("/extensions?type=other").items()).isEmpty();
        assertThat(api.get("/extensions?type=x").items()).isEmpty();
        assertThat(api.get("/extensions?search=OTHER").items("exten")).containsExactly(a);
        assertThat(api.get("/extensions?search=service").items("exten")).containsExactly(b);
        assertThat(api.get("/extensions?order=type").items("exten")).containsExactly(own, a, b);
        assertThat(api.get("/extensions?order=type&direction=desc").items("exten"))
                .containsExactly(b, a, own);
    }
}
