package dev.dovetail.examples.telephony.outcallextension;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutcallExtensionHttpTest extends HttpTest {
    private Trunking kit;
    private JsonNode outcall;
    private JsonNode outside;
    private JsonNode extension;

    @BeforeEach
    void objects() {
        kit = new Trunking(api);
        outcall = kit.outcall();
        outside = context("type", "outcall");
        extension = extension(outside);
    }

    private static String link(JsonNode of, JsonNode to) {
        return item("outcalls", of) + item("extensions", to);
    }

    private Reply put(Object... namesAndValues) {
        return api.put(link(outcall, extension), body(namesAndValues));
    }

    private List<String> told(String what) {
        return List.of(
                reload("dialplan reload"),
                event(
                        "outcall_extension_" + what,
                        tenant,
                        body("outcall_id", outcall.get("id"), "extension_id", extension.get("id"))));
    }

    private JsonNode shown() {
        return kit.now("outcalls", outcall).get("extensions");
    }

    private JsonNode embedded(Object... attributes) {
        JsonNode none = body("caller_id", null, "external_prefix", null, "prefix", null, "strip_digits", null);
        return Json.of(List.of(Json.with(
                Trunking.only(extension, "id", "exten", "context", "links"),
                Json.with(none, attributes).properties().stream()
                        .flatMap(entry -> java.util.stream.Stream.<Object>of(entry.getKey(), entry.getValue()))
                        .toArray())));
    }

    @Covers({
        "outcall_extension/events/associated",
        "outcall_extension/events/dissociated",
        "outcall_extension/paths/1",
        "outcall_extension/paths/2",
        "outcall_extension/reload/all",
        "outcall_extension/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        assertThat(node.heard(() -> put().done())).isEqualTo(told("associated"));
        assertThat(node.heard(() -> put().done())).isEmpty();
        String link = link(outcall, extension);
        assertThat(node.heard(() -> api.delete(link).done())).isEqualTo(told("dissociated"));
        assertThat(node.heard(() -> api.delete(link).done())).isEmpty();
    }

    @Covers({
        "extension/embedded/outcall",
        "outcall_extension/embedded_in/extension",
        "outcall_extension/embedded_in/outcall"
    })
    @Test
    void showsTheLinkOnBothSides() {
        put("caller_id", "me", "external_prefix", "+1", "prefix", "0#*", "strip_digits", "2")
                .done();
        assertThat(shown())
                .isEqualTo(embedded("caller_id", "me", "external_prefix", "+1", "prefix", "0#*", "strip_digits", 2));
        assertThat(kit.now("extensions", extension).get("outcall"))
                .isEqualTo(Trunking.only(outcall, "id", "name", "links"));
        api.delete(item("outcalls", outcall)).done();
        assertThat(kit.now("extensions", extension)).isEqualTo(extension);
    }

    @Covers({"outcall/embedded/extensions", "outcall_extension/rules/already_associated"})
    @Test
    void changesGivenAttributesOfALinkSilently() {
        put("caller_id", "me", "prefix", "1").done();
        assertThat(node.heard(() -> put("prefix", null, "strip_digits", 3).done()))
                .isEmpty();
        assertThat(shown()).isEqualTo(embedded("caller_id", "me", "strip_digits", 3));
    }

    @Covers({
        "outcall_extension/attributes/caller_id",
        "outcall_extension/attributes/external_prefix",
        "outcall_extension/attributes/prefix",
        "outcall_extension/attributes/strip_digits"
    })
    @Test
    void checksAttributes() {
        Map<String, Map<Object, String>> wrong = Map.of(
                "caller_id", Map.of("x".repeat(81), "Longer than maximum length 80.", 1, "Not a valid string."),
                "external_prefix",
                        Map.of(
                                "1".repeat(65),
                                "Longer than maximum length 64.",
                                "",
                                "String does not match expected pattern.",
                                "1a",
                                "String does not match expected pattern."),
                "prefix",
                        Map.of(
                                "1".repeat(33),
                                "Longer than maximum length 32.",
                                "x",
                                "String does not match expected pattern."),
                "strip_digits", Map.of(-1, "Must be greater than or equal to 0.", "x", "Not a valid integer."));
        wrong.forEach((name, values) -> values.forEach(
                (value, text) -> put(name, value).refused("Input Error - " + name + ": ['" + text + "']")));
        put("strip_digits", null).refused("Input Error - strip_digits: ['Field may not be null.']");
        put("prefix", "+anything").done();
        assertThat(shown()).isEqualTo(embedded("prefix", "+anything"));
    }

    @Covers("outcall_extension/lookup")
    @Test
    void looksUpBothSidesBeforeTheBody() {
        JsonNode wrong = body("strip_digits", "x");
        api.put("/outcalls/2000000001/extensions/2000000002", wrong)
                .refused(404, "Resource Not Found - Outcall was not found ('id': 2000000001)");
        api.put(item("outcalls", outcall) + "/extensions/2000000002", wrong)
                .refused(404, "Resource Not Found - Extension was not found ('id': 2000000002)");
    }

    private static String taken(JsonNode extension, String kind, Object other) {
        return "Resource Error - Extension is associated with a " + kind + " ('extension_id': " + extension.get("id")
                + ", 'associated_id': '" + other + "')";
    }

    /** Returns the id of the dial pattern that an extension is, as the refusal to delete it tells. */
    private String pattern(JsonNode of) {
        String told = api.delete(item("extensions", of)).body();
        return told.substring(told.indexOf("'associated_id': '") + 18, told.lastIndexOf("'"));
    }

    @Covers({
        "outcall_extension/cardinality",
        "outcall_extension/rules/associate_in_order/1",
        "outcall_extension/rules/associate_in_order/3"
    })
    @Test
    void checksTheRulesInTheirOrder() {
        JsonNode foreign = extension(context());
        JsonNode elsewhere = new Trunking(api.in(tenants.child())).outcall();
        api.put(link(elsewhere, foreign), body())
                .refused("Resource Error - different tenants ('extension_tenant_uuid': '" + tenant
                        + "', 'outcall_tenant_uuid': '" + tenants.child() + "')");
        api.put(link(outcall, foreign), body())
                .refused("Resource Error - ContextType 'internal' cannot be associated ('id': " + foreign.get("id")
                        + ", 'context': '" + foreign.get("context").stringValue() + "')");
        Phones phones = Phones.of(api);
        JsonNode line = phones.dialledLine();
        JsonNode user = user();
        phones.give(user, line);
        JsonNode dialled = line.get("extensions").get(0);
        api.put(link(outcall, dialled), body()).refused(taken(dialled, "user", user.get("id")));
    }

    /** The id of the outgoing call was told. */
    @Covers("outcall_extension/rules/associate_in_order/2")
    @Test
    void refusesWhatLeadsElsewhereBeforeItLooksAtTheContext() {
        CallKit calls = new CallKit(api);
        JsonNode ringing = calls.extension(calls.context("internal"));
        JsonNode group = calls.group();
        api.put(item("groups", group) + item("extensions", ringing)).done();
        api.put(link(outcall, ringing), body()).refused(taken(ringing, "group", group.get("id")));

        JsonNode second = extension(outside);
        put().done();
        api.put(link(outcall, second), body()).done();
        String id = pattern(extension);
        assertThat(id).matches("\\d+").isNotEqualTo(pattern(second));
        JsonNode other = kit.outcall();
        api.put(link(other, extension), body()).refused(taken(extension, "outcall", id));
        api.put(link(other, second), body()).refused(taken(second, "outcall", pattern(second)));
        put("prefix", "1").done();
        api.put(link(other, extension), body()).refused(taken(extension, "outcall", id));
    }

    @Test
    void keepsItsExtension() {
        put().done();
        String id = pattern(extension);
        api.delete(item("extensions", extension)).refused(taken(extension, "outcall", id));
        api.put(item("extensions", extension), body("context", context().get("name")))
                .refused("Resource Error - ContextType 'internal' cannot be associated");
        JsonNode line = Phones.of(api).sipLine();
        api.put(item("lines", line) + item("extensions", extension))
                .refused("Resource Error - Extension is associated with a outcall ('id': " + extension.get("id")
                        + ", 'associated_id': '" + id + "')");
        api.put(item("extensions", extension), body("exten", String.valueOf(next())))
                .done();
    }

    @Test
    void oneOfTwoOutcallsGetsAnExtension() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                JsonNode wanted = extension(outside);
                List<JsonNode> outcalls = List.of(kit.outcall(), kit.outcall());
                List<Reply> replies = two.run(i -> api.put(link(outcalls.get(i), wanted), body()));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
                int lost = replies.get(0).status() == 400 ? 0 : 1;
                replies.get(lost).refused(taken(wanted, "outcall", pattern(wanted)));
                assertThat(kit.now("extensions", wanted).get("outcall").get("id"))
                        .isEqualTo(outcalls.get(1 - lost).get("id"));
            }
        }
    }
}
