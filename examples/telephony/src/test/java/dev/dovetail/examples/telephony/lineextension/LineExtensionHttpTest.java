package dev.dovetail.examples.telephony.lineextension;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.LineKit;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import dev.dovetail.operation.Edit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LineExtensionHttpTest extends HttpTest {
    private static final String RELOAD =
            reload("dialplan reload", "module reload res_pjsip.so", "module reload app_queue.so");

    private LineKit lines;
    private JsonNode context;
    private JsonNode line;
    private JsonNode extension;

    @BeforeEach
    void objects() {
        lines = new LineKit(api);
        context = lines.context();
        line = lines.sip(context);
        extension = extension(context);
    }

    private String linkEvent(String name, JsonNode of, JsonNode its) {
        return event(name, tenant, body("line_id", of.get("id"), "extension_id", its.get("id")));
    }

    private static String outside(String exten, JsonNode in) {
        return "Input Error - Extension '" + exten + "' is outside of range for context '"
                + in.get("name").stringValue() + "'";
    }

    private static String unsuited(String type, JsonNode its) {
        return "Resource Error - ContextType '" + type + "' cannot be associated ('id': " + its.get("id")
                + ", 'context': '" + its.get("context").stringValue() + "')";
    }

    private static String hasOne(JsonNode of, JsonNode its) {
        return "Resource Error - Line is associated with a Extension ('line_id': " + of.get("id") + ", 'extension_id': "
                + its.get("id") + ")";
    }

    @Covers({
        "conventions/7/1",
        "line_extension/events/associated",
        "line_extension/events/dissociated",
        "line_extension/paths/2",
        "line_extension/reload/all"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        String pair = LineKit.pair(line, extension);
        assertThat(node.heard(() -> api.put(pair).done()))
                .containsExactly(RELOAD, linkEvent("line_extension_associated", line, extension));
        assertThat(node.heard(() -> api.put(pair).done())).isEmpty();
        assertThat(node.heard(() -> api.delete(pair).done()))
                .containsExactly(RELOAD, linkEvent("line_extension_dissociated", line, extension));
        assertThat(node.heard(() -> api.delete(pair).done())).isEmpty();
        api.send("PUT", pair, "{malformed").done();
    }

    @Test
    void showsTheLinkOnBothSides() {
        JsonNode second = lines.custom(context);
        lines.link(line, extension);
        lines.link(second, extension);
        assertThat(lines.now(line).get("extensions"))
                .containsExactly(body(
                        "id",
                        extension.get("id"),
                        "exten",
                        extension.get("exten"),
                        "context",
                        context.get("name"),
                        "links",
                        extension.get("links")));
        JsonNode now = api.get(item("extensions", extension)).found();
        assertThat(now)
                .isEqualTo(Json.with(
                        extension,
                        "lines",
                        List.of(
                                body("id", line.get("id"), "name", line.get("name"), "links", line.get("links")),
                                body(
                                        "id",
                                        second.get("id"),
                                        "name",
                                        second.get("name"),
                                        "links",
                                        second.get("links")))));
        assertThat(api.get("/extensions").items()).containsExactly(now);
        api.delete(LineKit.pair(line, extension)).done();
        assertThat(lines.now(line)).isEqualTo(line);
        assertThat(api.get(item("extensions", extension)).found().get("lines")).hasSize(1);
    }

    @Covers({"line_extension/lookup/POST", "line_extension/lookup/PUT_and_DELETE"})
    @Test
    void looksTheLineUpFirst() {
        String noLine = "Resource Not Found - Line was not found ('id': 2000000001)";
        String noExtension = "Resource Not Found - Extension was not found ('id': 2000000002)";
        api.put("/lines/2000000001/extensions/2000000002").refused(404, noLine);
        api.delete("/lines/2000000001/extensions/2000000002").refused(404, noLine);
        api.put(LineKit.path(line) + "/extensions/2000000002").refused(404, noExtension);
        api.delete(LineKit.path(line) + "/extensions/2000000002").refused(404, noExtension);
        var sibling = node.client(tenants.sibling());
        sibling.put(LineKit.pair(line, extension))
                .refused(404, "Resource Not Found - Line was not found ('id': " + line.get("id") + ")");
    }

    @Covers({
        "conventions/6/text_of_business_errors/18",
        "conventions/6/text_of_business_errors/4",
        "conventions/6/text_of_business_errors/6",
        "conventions/6/text_of_business_errors/8",
        "conventions/6/text_of_business_errors/9",
        "conventions/7/4",
        "line_extension/embedded_in/line",
        "line_extension/paths/1",
        "line_extension/rules/associate_in_order/1",
        "line_extension/rules/associate_in_order/2",
        "line_extension/rules/associate_in_order/3",
        "line_extension/rules/associate_in_order/5",
        "line_extension/rules/associate_in_order/7"
    })
    @Test
    void checksItsRulesInTheirOrder() {
        LineKit below = new LineKit(api.in(tenants.child()));
        JsonNode foreign = extension(below.context());
        JsonNode bare = lines.bare(context);
        JsonNode incall = extension(context("type", "incall"), "exten", "1");
        JsonNode outside = extension(context, "exten", "1");
        assertThat(node.heard(() -> {
                    api.put(LineKit.pair(bare, foreign))
                            .refused("Resource Error - different tenants ('extension_tenant_uuid': '" + tenants.child()
                                    + "', 'line_tenant_uuid': '" + tenant + "')");
                    api.put(LineKit.pair(bare, incall))
                            .refused("Resource Error - Line must be associated with a Endpoint ('line_id': "
                                    + bare.get("id") + ")");
                    api.put(LineKit.pair(line, incall)).refused(unsuited("incall", incall));
                    api.put(LineKit.pair(line, outside)).refused(outside("1", context));
                }))
                .isEmpty();
        lines.link(line, extension);
        api.put(LineKit.pair(line, incall)).refused(hasOne(line, extension));
        api.put(LineKit.pair(line, outside)).refused(hasOne(line, extension));
        assertThat(lines.now(line).get("extensions")).hasSize(1);
    }

    @Test
    void suitsInternalContextsOnly() {
        for (String type : List.of("incall", "outcall", "services", "others")) {
            JsonNode wrong = extension(lines.context("type", type));
            api.put(LineKit.pair(line, wrong)).refused(unsuited(type, wrong));
        }
    }

    @Test
    void comparesNumbersWithTheRangesOfUsers() {
        JsonNode ranges = context(
                "user_ranges",
                List.of(body("start", "100", "end", "199"), body("start", "300")),
                "group_ranges",
                List.of(body("start", "200", "end", "299")));
        for (String within : List.of("100", "0150", "199", "300", "_2XX")) {
            JsonNode good = extension(ranges, "exten", within);
            lines.link(line, good);
            api.delete(LineKit.pair(line, good)).done();
        }
        for (String beyond : List.of("99", "200", "299", "301", "1000")) {
            api.put(LineKit.pair(line, extension(ranges, "exten", beyond))).refused(outside(beyond, ranges));
        }
        for (String odd : List.of("*1", "1#")) {
            var reply = api.put(LineKit.pair(line, extension(ranges, "exten", odd)));
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).startsWith("[\"Unexpected error: ");
        }
    }

    @Covers({"line_extension/cardinality", "line_extension/rules/associate_in_order/6"})
    @Test
    void servesLinesOfOneMainUserOnly() {
        JsonNode ann = user();
        JsonNode bob = user();
        JsonNode his = lines.sip(context);
        JsonNode hers = lines.sip(context);
        JsonNode nobodys = lines.custom(context);
        lines.give(ann, line);
        lines.give(ann, hers);
        lines.give(bob, his);
        lines.link(line, extension);
        JsonNode outside = extension(context, "exten", "_1");
        lines.link(nobodys, extension);
        lines.link(hers, extension);
        api.put(LineKit.pair(his, extension))
                .refused("Resource Error - User is associated with a Line ('user_id': " + ann.get("id")
                        + ", 'line_id': " + line.get("id") + ")");
        lines.link(his, outside);
        api.put(item("contexts", context), body("user_ranges", List.of())).done();
        api.delete(LineKit.pair(his, outside)).done();
        // The rule about users comes before that about ranges.
        api.put(LineKit.pair(his, extension))
                .refused("Resource Error - User is associated with a Line ('user_id': " + ann.get("id")
                        + ", 'line_id': " + line.get("id") + ")");
    }

    @Covers({"line/notes/3", "line_extension/side_effects/1"})
    @Test
    void movesTheLineToTheContextOfItsExtension() {
        JsonNode elsewhere = lines.context();
        lines.link(line, extension(elsewhere));
        assertThat(lines.now(line).get("context")).isEqualTo(elsewhere.get("name"));
    }

    @Covers("line_extension/side_effects/2")
    @Test
    void putsTheNumberIntoTheCallerIdIfThereIsAMainUser() {
        lines.link(line, extension);
        assertThat(lines.option(line, "callerid")).isEmpty();

        JsonNode taken = lines.sip(context);
        lines.give(user("lastname", "Lee", "caller_id", "\"Ann Lee\" <777>"), taken);
        assertThat(lines.option(taken, "callerid")).isEqualTo("\"Ann Lee\" <777>");
        JsonNode own = extension(context);
        lines.link(taken, own);
        String number = own.get("exten").stringValue();
        assertThat(lines.option(taken, "callerid")).isEqualTo("\"Ann Lee\" <" + number + ">");
        assertThat(lines.now(taken).get("caller_id_name").stringValue()).isEqualTo("Ann Lee");
        assertThat(lines.now(taken).get("caller_id_num").stringValue()).isEqualTo(number);
    }

    /** No request can do this while there are no devices. */
    private void plug(JsonNode of, String device) {
        var registry = node.server().registry();
        registry.unitOfWork().run(CallContext.of(Scope.all()), () -> {
            var dao = registry.dao(Lines.LINES);
            Line plain = dao.lock(of.get("id").intValue()).orElseThrow();
            dao.update(
                    plain,
                    Edit.of(dao.resource())
                            .set(dao.resource().column(Line::deviceId), device)
                            .applyTo(plain));
        });
    }

    @Covers("line_extension/rules/dissociate/1")
    @Test
    void staysWhileTheLineHasADevice() {
        lines.link(line, extension);
        plug(line, "phone1");
        String text = "Resource Error - Line is associated with a Device ('line_id': " + line.get("id")
                + ", 'device_id': 'phone1')";
        assertThat(node.heard(() -> api.delete(LineKit.pair(line, extension)).refused(text)))
                .isEmpty();
        plug(line, null);
        api.delete(LineKit.pair(line, extension)).done();
    }

    // POST

    private static String path(JsonNode line) {
        return LineKit.path(line) + "/extensions";
    }

    @Covers({"line_extension/embedded_in/extension", "line_extension/events/post", "line_extension/paths/3"})
    @Test
    void createsAnExtensionForTheLine() {
        ObjectNode wanted = extensionBody(context);
        List<Reply> replies = new ArrayList<>();
        var heard = node.heard(() -> replies.add(api.post(path(line), wanted)));
        JsonNode created = replies.get(0).created();
        assertThat(replies.get(0).header("location")).isEqualTo(api.url(item("extensions", created)));
        assertThat(heard)
                .containsExactly(
                        RELOAD,
                        event(
                                "extension_created",
                                tenant,
                                body(
                                        "id",
                                        created.get("id"),
                                        "exten",
                                        wanted.get("exten"),
                                        "context",
                                        context.get("name"))),
                        linkEvent("line_extension_associated", line, created));
        assertThat(created.get("lines")).isEmpty();
        JsonNode now = api.get(item("extensions", created)).found();
        assertThat(now.get("lines")).hasSize(1);
        assertThat(Json.without(now, "lines")).isEqualTo(Json.without(created, "lines"));
        assertThat(lines.now(line).get("extensions")).hasSize(1);
    }

    @Test
    void leavesNothingBehindWhenTheNewExtensionCannotBeLinked() {
        JsonNode bare = lines.bare(context);
        lines.link(line, extension);
        ObjectNode taken = body("exten", extension.get("exten"), "context", context.get("name"));
        String unknown = "/lines/2000000001/extensions";
        assertThat(node.heard(() -> {
                    api.post(unknown, body())
                            .refused(
                                    "Input Error - exten: ['Missing data for required field.']",
                                    "Input Error - context: ['Missing data for required field.']");
                    api.post(unknown, taken)
                            .refused("Resource Error - Extension already exists ('exten': '"
                                    + extension.get("exten").stringValue() + "', 'context': '"
                                    + context.get("name").stringValue() + "')");
                    api.post(unknown, Json.with(taken, "exten", "x"))
                            .refused("exten: ['String does not match expected pattern.']");
                    api.post(unknown, extensionBody(context))
                            .refused(404, "Resource Not Found - Line was not found ('id': 2000000001)");
                    api.post(path(bare), extensionBody(context))
                            .refused("Resource Error - Line must be associated with a Endpoint ('line_id': "
                                    + bare.get("id") + ")");
                    api.post(path(line), extensionBody(context)).refused(hasOne(line, extension));
                }))
                .isEmpty();
        assertThat(api.get("/extensions").items("id"))
                .containsExactly(extension.get("id").toString());
    }

    // Races

    @Test
    void givesALineOneOfTwoExtensions() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                JsonNode contended = lines.custom(context);
                List<JsonNode> both = List.of(extension(context), extension(context));
                List<Reply> replies = two.run(i -> api.put(LineKit.pair(contended, both.get(i))));
                int winner = replies.get(0).status() == 204 ? 0 : 1;
                replies.get(winner).done();
                replies.get(1 - winner).refused(hasOne(contended, both.get(winner)));
            }
        }
    }

    @Test
    void createsOneOfTwoExtensionsOfALine() {
        int before = api.get("/extensions").items().size();
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                JsonNode contended = lines.custom(context);
                List<Reply> replies = two.run(i -> api.post(path(contended), extensionBody(context)));
                int winner = replies.get(0).status() == 201 ? 0 : 1;
                replies.get(1 - winner)
                        .refused(hasOne(contended, replies.get(winner).created()));
            }
        }
        assertThat(api.get("/extensions").items()).hasSize(before + 50);
    }
}
