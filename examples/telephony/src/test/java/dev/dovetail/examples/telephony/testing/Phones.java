package dev.dovetail.examples.telephony.testing;

import static dev.dovetail.examples.telephony.testing.Json.body;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.operation.Edit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes lines and what belongs to them.
 *
 * @param api makes them
 * @param context where they live; every extension is in its range for users
 */
public record Phones(Client api, JsonNode context) {

    /** Returns what makes lines in a new context. */
    public static Phones of(Client api) {
        var ranges = List.of(body("start", "10000", "end", "99999"));
        return new Phones(
                api,
                api.post("/contexts", body("label", "phones", "user_ranges", ranges))
                        .created());
    }

    /** Returns a new line without an endpoint. */
    public JsonNode bareLine() {
        return line();
    }

    /** Returns a new line with more fields. */
    public JsonNode line(Object... namesAndValues) {
        return api.post("/lines", lineBody(namesAndValues)).created();
    }

    private JsonNode line(ObjectNode more) {
        return api.post("/lines", lineBody().setAll(more)).created();
    }

    /** Returns a new line with a SIP endpoint. */
    public JsonNode sipLine() {
        return line("endpoint_sip", body());
    }

    /** Returns a new line with a SIP endpoint and an extension. */
    public JsonNode dialledLine() {
        return line("endpoint_sip", body(), "extensions", List.of(body("exten", exten())));
    }

    /** Returns a new line with a custom endpoint. */
    public JsonNode customLine() {
        return line("endpoint_custom", customBody());
    }

    /** Returns a new line with an SCCP endpoint. */
    public JsonNode sccpLine(Object... namesAndValues) {
        return line(Json.with(body("endpoint_sccp", body("options", List.of())), namesAndValues));
    }

    /** Returns what is needed to create a line. */
    public ObjectNode lineBody(Object... namesAndValues) {
        return Json.with(body("context", context.get("name")), namesAndValues);
    }

    /** Returns a number that nobody has. */
    public String exten() {
        return String.valueOf(HttpTest.next());
    }

    /** Returns what is needed to create a custom endpoint. */
    public ObjectNode customBody() {
        return body("interface", "Local/" + HttpTest.next());
    }

    /** Returns a new custom endpoint. */
    public JsonNode custom() {
        return api.post("/endpoints/custom", customBody()).created();
    }

    /** Returns a new SIP endpoint that logs in by a name. */
    public JsonNode sip() {
        return api.post(
                        "/endpoints/sip",
                        body(
                                "label",
                                "phone",
                                "auth_section_options",
                                List.of(List.of("username", "name"), List.of("password", "secret"))))
                .created();
    }

    /** Gives a line an extension. */
    public JsonNode dial(JsonNode line) {
        return api.post(
                        "/lines/" + line.get("id") + "/extensions",
                        body("exten", exten(), "context", context.get("name")))
                .created();
    }

    /** Gives a user a line. */
    public void give(JsonNode user, JsonNode line) {
        api.put(link(user, line)).done();
    }

    /** Returns the path of a user and a line. */
    public static String link(JsonNode user, JsonNode line) {
        return "/users/" + user.get("id") + "/lines/" + line.get("id");
    }

    /** Returns a line as it is now. */
    public JsonNode now(JsonNode line) {
        return api.get("/lines/" + line.get("id")).found();
    }

    /** Returns the caller id that the SIP endpoint of a line holds. */
    public String callerId(JsonNode line) {
        String uuid = now(line).get("endpoint_sip").get("uuid").stringValue();
        for (JsonNode pair : api.get("/endpoints/sip/" + uuid).found().get("endpoint_section_options")) {
            if (pair.get(0).stringValue().equals("callerid")) {
                return pair.get(1).stringValue();
            }
        }
        return "";
    }

    /** Gives a line a device, {@code phone1}; no request can do this while there are no devices. */
    public static void plugIn(Node node, JsonNode line) {
        var registry = node.server().registry();
        registry.unitOfWork().run(CallContext.of(Scope.all()), () -> {
            var lines = registry.dao(Lines.LINES);
            Line old = lines.lock(line.get("id").asInt()).orElseThrow();
            lines.update(
                    old,
                    Edit.of(Lines.LINES)
                            .set(Lines.LINES.column(Line::deviceId), "phone1")
                            .applyTo(old));
        });
    }
}
