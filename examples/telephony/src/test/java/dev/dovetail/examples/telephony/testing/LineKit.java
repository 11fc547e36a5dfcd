package dev.dovetail.examples.telephony.testing;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes lines and what they are linked to.
 *
 * @param api makes them
 */
public record LineKit(Client api) {

    /** Returns the path of a line. */
    public static String path(JsonNode line) {
        return HttpTest.item("lines", line);
    }

    /** Returns the path of a line and its extension. */
    public static String pair(JsonNode line, JsonNode extension) {
        return path(line) + HttpTest.item("extensions", extension);
    }

    /** Returns a new context whose users have all numbers of five digits. */
    public JsonNode context(Object... namesAndValues) {
        List<ObjectNode> ranges = List.of(Json.body("start", "10000", "end", "99999"));
        return api.post("/contexts", Json.with(Json.body("label", "context", "user_ranges", ranges), namesAndValues))
                .created();
    }

    /** Returns what is needed to create a line. */
    public static ObjectNode body(JsonNode context, Object... namesAndValues) {
        return Json.with(Json.body("context", context.get("name")), namesAndValues);
    }

    /** Returns a new line without an endpoint, as a GET shows it. */
    public JsonNode bare(JsonNode context, Object... namesAndValues) {
        return now(api.post("/lines", body(context, namesAndValues)).created());
    }

    /** Returns a new line with a SIP endpoint, as a GET shows it. */
    public JsonNode sip(JsonNode context, Object... namesAndValues) {
        return bare(context, Json.with(Json.body("endpoint_sip", Json.body()), namesAndValues));
    }

    /** Returns a new line with a custom endpoint, as a GET shows it. */
    public JsonNode custom(JsonNode context, Object... namesAndValues) {
        ObjectNode endpoint = Json.body("interface", "custom/" + HttpTest.next());
        return bare(context, Json.with(Json.body("endpoint_custom", endpoint), namesAndValues));
    }

    private JsonNode bare(JsonNode context, ObjectNode more) {
        return now(api.post("/lines", body(context).setAll(more)).created());
    }

    /** Returns a line as it is now. */
    public JsonNode now(JsonNode line) {
        return api.get(path(line)).found();
    }

    /** Returns the SIP endpoint of a line as it is now. */
    public JsonNode endpoint(JsonNode line) {
        return api.get("/endpoints/sip/" + line.get("endpoint_sip").get("uuid").stringValue())
                .found();
    }

    /** Returns an option of the SIP endpoint of a line; an empty text if it is not there. */
    public String option(JsonNode line, String key) {
        return endpoint(line)
                .get("endpoint_section_options")
                .valueStream()
                .filter(pair -> pair.get(0).stringValue().equals(key))
                .map(pair -> pair.get(1).stringValue())
                .findFirst()
                .orElse("");
    }

    /** Gives a line to a user. */
    public void give(JsonNode user, JsonNode line) {
        api.put(HttpTest.item("users", user) + path(line)).done();
    }

    /** Gives an extension to a line. */
    public void link(JsonNode line, JsonNode extension) {
        api.put(pair(line, extension)).done();
    }
}
