package dev.dovetail.examples.telephony.line;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.names;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.LineKit;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LineHttpTest extends HttpTest {
    private static final String RELOAD =
            reload("module reload res_pjsip.so", "dialplan reload", "module reload chan_sccp.so");
    private static final String NOWHERE = "Input Error - field 'context': Context was not found ('context': 'nowhere')";
    private static final String NO_REGISTRAR =
            "Input Error - field 'registrar': Registrar was not found ('registrar': 'x')";

    private LineKit lines;
    private JsonNode context;

    @BeforeEach
    void objects() {
        lines = new LineKit(api);
        context = lines.context();
    }

    private static String taken(String code) {
        return "Resource Error - Line already exists ('provisioning_code': '" + code + "')";
    }

    private String lineEvent(String name, JsonNode line) {
        return event(
                name,
                tenant,
                body(
                        "id",
                        line.get("id"),
                        "protocol",
                        line.get("protocol"),
                        "name",
                        line.get("name"),
                        "tenant_uuid",
                        line.get("tenant_uuid")));
    }

    @Covers({
        "line/events/created",
        "line/events/deleted",
        "line/events/edited",
        "line/not_found",
        "line/reload/create",
        "line/reload/delete",
        "line/reload/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(lines.bare(context)));
        JsonNode line = made.get(0);
        String path = LineKit.path(line);
        var edited = node.heard(() -> api.put(path, body("position", 2)).done());
        var unchanged = node.heard(
                () -> api.put(path, body("position", 2, "context", line.get("context"), "registrar", "default"))
                        .done());
        var deleted = node.heard(() -> api.delete(path).done());

        assertThat(created).containsExactly(RELOAD, lineEvent("line_created", line));
        assertThat(edited).containsExactly(RELOAD, lineEvent("line_edited", line));
        assertThat(unchanged).containsExactly(lineEvent("line_edited", line));
        assertThat(deleted).containsExactly(RELOAD, lineEvent("line_deleted", line));
        String text = "Resource Not Found - Line was not found ('id': " + line.get("id") + ")";
        api.get(path).refused(404, text);
        api.put(path, body("position", 0)).refused(404, text);
        api.delete(path).refused(404, text);
        api.delete(path + "?recursive=true").refused(404, text);
    }

    @Test
    void asksForReloadsWhenAnyFieldChanges() {
        JsonNode line = lines.bare(context);
        for (ObjectNode change : List.of(
                body("provisioning_code", "0" + next()),
                body("context", context().get("name")),
                body("position", 9))) {
            assertThat(node.heard(() -> api.put(LineKit.path(line), change).done()))
                    .containsExactly(RELOAD, lineEvent("line_edited", line));
        }
    }

    @Test
    void tellsOfALineByItsEndpoint() {
        for (JsonNode line : List.of(lines.sip(context), lines.custom(context))) {
            assertThat(line.get("name").isString()).isTrue();
            assertThat(node.heard(() -> api.put(LineKit.path(line), body()).done()))
                    .containsExactly(lineEvent("line_edited", line));
            assertThat(node.heard(() -> api.delete(LineKit.path(line)).done()))
                    .containsExactly(RELOAD, lineEvent("line_deleted", line));
        }
    }

    @Covers({
        "line/rules/create_in_order/1",
        "line/rules/create_in_order/2",
        "line/rules/create_in_order/3",
        "line/rules/edit_in_order/1",
        "line/rules/edit_in_order/2",
        "line/rules/edit_in_order/3",
        "line/rules/edit_in_order/4"
    })
    @Test
    void checksItsRulesInTheirOrder() {
        JsonNode foreign = new LineKit(node.client(tenants.sibling())).bare(context(node.client(tenants.sibling())));
        String code = foreign.get("provisioning_code").stringValue();
        JsonNode line = lines.bare(context);
        String path = LineKit.path(line);
        ObjectNode wrong = body("provisioning_code", code, "registrar", "x", "context", "nowhere");
        assertThat(node.heard(() -> {
                    api.post("/lines", wrong).refused(taken(code));
                    api.put(path, wrong).refused(taken(code));
                    wrong.put("provisioning_code", "0" + next());
                    api.post("/lines", wrong).refused(NO_REGISTRAR);
                    wrong.set("provisioning_code", line.get("provisioning_code"));
                    api.put(path, wrong).refused(NO_REGISTRAR);
                    wrong.remove(List.of("registrar", "provisioning_code"));
                    api.post("/lines", wrong).refused(NOWHERE);
                    api.put(path, wrong).refused(NOWHERE);
                }))
                .isEmpty();
        assertThat(api.get("/lines").items()).containsExactly(line);
    }

    @Test
    void givesAProvisioningCodeToOneOfTwo() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                String code = "0" + next();
                List<Reply> replies =
                        two.run(i -> api.post("/lines", LineKit.body(context, "provisioning_code", code)));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 400);
                replies.stream().filter(reply -> reply.status() == 400).forEach(reply -> reply.refused(taken(code)));
            }
        }
        assertThat(api.get("/lines").items()).hasSize(50);
    }

    @Covers("line/tenanted")
    @Test
    void livesInTheTenantOfItsContext() {
        JsonNode below = context(api.in(tenants.child()));
        JsonNode line = lines.bare(below);
        assertThat(line.get("tenant_uuid").stringValue())
                .isEqualTo(tenants.child().toString());
        assertThat(api.get("/lines").items()).isEmpty();
        assertThat(api.get("/lines?recurse=true").items()).containsExactly(line);
        Client sibling = node.client(tenants.sibling());
        sibling.get(LineKit.path(line))
                .refused(404, "Resource Not Found - Line was not found ('id': " + line.get("id") + ")");
        sibling.post("/lines", LineKit.body(below))
                .refused("Input Error - field 'context': Context was not found ('context': '"
                        + below.get("name").stringValue() + "')");
    }

    @Test
    void speaksWebRtcIfItsEndpointOrATemplateSaysSoDepthFirst() {
        JsonNode yes = template("yes");
        JsonNode no = template("no");
        JsonNode silent = template(null);
        JsonNode overYes = template(null, silent, yes);
        assertThat(webrtc("yes", no)).isTrue();
        assertThat(webrtc("no", yes)).isFalse();
        assertThat(webrtc("true")).isFalse();
        assertThat(webrtc(null)).isFalse();
        assertThat(webrtc(null, yes, no)).isTrue();
        assertThat(webrtc(null, no, yes)).isFalse();
        assertThat(webrtc(null, overYes, no)).isTrue();
        assertThat(webrtc(null, silent)).isFalse();
        assertThat(lines.custom(context).get("is_webrtc").booleanValue()).isFalse();
        assertThat(api.get("/lines").items().stream()
                        .filter(line -> line.get("is_webrtc").booleanValue()))
                .hasSize(3);
    }

    private static ObjectNode endpoint(String webrtc, JsonNode... templates) {
        List<ObjectNode> above = new ArrayList<>();
        for (JsonNode template : templates) {
            above.add(body("uuid", template.get("uuid")));
        }
        return body(
                "templates",
                above,
                "endpoint_section_options",
                webrtc == null ? List.of() : List.of(List.of("webrtc", webrtc)));
    }

    private JsonNode template(String webrtc, JsonNode... templates) {
        return api.post("/endpoints/sip/templates", endpoint(webrtc, templates)).created();
    }

    private boolean webrtc(String own, JsonNode... templates) {
        return lines.bare(context, "endpoint_sip", endpoint(own, templates))
                .get("is_webrtc")
                .booleanValue();
    }

    // Deletion

    private List<String> remaining(String collection) {
        return api.get("/" + collection).items().stream()
                .map(JsonNode::toString)
                .toList();
    }

    @Covers("line/rules/delete/2")
    @Test
    void takesItsEndpointWithItAndLeavesUserAndExtension() {
        JsonNode line = lines.sip(context);
        JsonNode user = user();
        JsonNode extension = extension(context);
        lines.give(user, line);
        lines.link(line, extension);
        var heard = node.heard(() -> api.delete(LineKit.path(line)).done());

        assertThat(names(heard)).containsExactly("POST", "user_line_dissociated", "line_deleted");
        assertThat(heard).startsWith(RELOAD).endsWith(lineEvent("line_deleted", line));
        assertThat(remaining("endpoints/sip")).isEmpty();
        assertThat(remaining("lines")).isEmpty();
        assertThat(api.get(item("users", user)).found().get("lines")).isEmpty();
        assertThat(api.get(item("extensions", extension)).found()).isEqualTo(extension);

        JsonNode custom = lines.custom(context);
        assertThat(names(node.heard(() -> api.delete(LineKit.path(custom)).done())))
                .containsExactly("POST", "line_deleted");
        assertThat(remaining("endpoints/custom")).isEmpty();
    }

    @Covers({"conventions/6/text_of_business_errors/10", "line/embedded/users", "line/rules/delete/1"})
    @Test
    void staysWhileItHasSecondaryUsers() {
        JsonNode line = lines.sip(context);
        JsonNode main = user();
        JsonNode second = user();
        lines.give(main, line);
        lines.give(second, line);
        JsonNode before = lines.now(line);
        String text =
                "Resource Error - There are secondary users associated to the line ('line_id': " + line.get("id") + ")";
        assertThat(node.heard(() -> api.delete(LineKit.path(line)).refused(text)))
                .isEmpty();
        assertThat(lines.now(line)).isEqualTo(before);
        api.delete(item("users", second) + LineKit.path(line)).done();
        api.delete(LineKit.path(line)).done();
    }

    @Covers("line/rules/delete/3")
    @Test
    void takesEverythingWithItWhenAsked() {
        JsonNode line = lines.sip(context);
        lines.give(user(), line);
        lines.link(line, extension(context));
        var heard = node.heard(
                () -> api.delete(LineKit.path(line) + "?recursive=true").done());
        assertThat(names(heard))
                .containsExactly(
                        "POST",
                        "user_line_dissociated",
                        "line_extension_dissociated",
                        "extension_deleted",
                        "line_endpoint_sip_dissociated",
                        "sip_endpoint_deleted",
                        "line_deleted");
        for (String collection : List.of("lines", "extensions", "endpoints/sip")) {
            assertThat(remaining(collection)).as(collection).isEmpty();
        }
        assertThat(remaining("users")).hasSize(1);
    }

    @Test
    void leavesAnExtensionThatAnotherLineUses() {
        JsonNode extension = extension(context);
        JsonNode line = lines.custom(context);
        JsonNode other = lines.custom(context);
        lines.link(line, extension);
        lines.link(other, extension);
        assertThat(names(node.heard(
                        () -> api.delete(LineKit.path(line) + "?recursive=true").done())))
                .containsExactly("POST", "line_extension_dissociated", "line_deleted");
        assertThat(remaining("extensions")).hasSize(1);
        assertThat(remaining("endpoints/custom")).hasSize(1);
        assertThat(names(node.heard(() ->
                        api.delete(LineKit.path(other) + "?recursive=false").done())))
                .containsExactly("POST", "line_deleted");
        assertThat(remaining("extensions")).hasSize(1);
    }

    @Test
    void undoesARecursiveDeletionThatIsRefused() {
        JsonNode line = lines.sip(context);
        lines.give(user(), line);
        lines.give(user(), line);
        lines.link(line, extension(context));
        JsonNode before = lines.now(line);
        assertThat(node.heard(() -> api.delete(LineKit.path(line) + "?recursive=true")
                        .refused("Resource Error - There are secondary users associated to the line ('line_id': "
                                + line.get("id") + ")")))
                .isEmpty();
        assertThat(lines.now(line)).isEqualTo(before);
    }
}
