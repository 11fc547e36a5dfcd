package dev.dovetail.examples.telephony.testing;

import static dev.dovetail.examples.telephony.testing.Json.body;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes what calls from outside get to.
 *
 * @param api makes them
 */
public record CallKit(Client api) {
    /** A destination that needs nothing. */
    public static final ObjectNode NONE = body("type", "none");

    /** Returns the destination that is a user. */
    public static ObjectNode to(JsonNode user) {
        return body("type", "user", "user_id", user.get("id"));
    }

    /** Returns how the destination that is a user is shown. */
    public static ObjectNode shown(JsonNode user) {
        return body(
                "type",
                "user",
                "user_id",
                user.get("id"),
                "ring_time",
                null,
                "moh_uuid",
                null,
                "user_firstname",
                user.get("firstname"),
                "user_lastname",
                user.get("lastname"));
    }

    /** Returns a new incall with a destination. */
    public JsonNode incall(JsonNode destination) {
        return api.post("/incalls", body("destination", destination)).created();
    }

    public JsonNode group(Object... namesAndValues) {
        return api.post("/groups", Json.with(body("label", "group"), namesAndValues))
                .created();
    }

    public JsonNode conference(Object... namesAndValues) {
        return api.post("/conferences", body(namesAndValues)).created();
    }

    public JsonNode ivr(Object... namesAndValues) {
        return api.post("/ivr", Json.with(body("name", "menu", "menu_sound", "beep"), namesAndValues))
                .created();
    }

    public JsonNode switchboard(Object... namesAndValues) {
        return api.post("/switchboards", Json.with(body("name", "board"), namesAndValues))
                .created();
    }

    public JsonNode moh(Object... namesAndValues) {
        return api.post("/moh", Json.with(body("label", "music", "mode", "mp3"), namesAndValues))
                .created();
    }

    public JsonNode schedule(Object... namesAndValues) {
        return api.post("/schedules", Json.with(body("closed_destination", NONE), namesAndValues))
                .created();
    }

    /** Returns a new parking lot with slots from one number to another. */
    public JsonNode lot(String start, String end) {
        return api.post("/parkinglots", body("slots_start", start, "slots_end", end))
                .created();
    }

    /** Returns a new context of a type whose things have all numbers of five digits. */
    public JsonNode context(String type) {
        List<ObjectNode> ranges = List.of(body("start", "10000", "end", "99999"));
        return api.post(
                        "/contexts",
                        body(
                                "label",
                                "calls",
                                "type",
                                type,
                                "user_ranges",
                                ranges,
                                "group_ranges",
                                ranges,
                                "queue_ranges",
                                ranges,
                                "conference_room_ranges",
                                ranges))
                .created();
    }

    /** Returns a new extension in a context. */
    public JsonNode extension(JsonNode context) {
        return extension(context, String.valueOf(HttpTest.next()));
    }

    public JsonNode extension(JsonNode context, String exten) {
        return api.post("/extensions", body("exten", exten, "context", context.get("name")))
                .created();
    }

    /** Returns how an extension is shown where it is embedded. */
    public static JsonNode embedded(JsonNode extension) {
        return body(
                "id",
                extension.get("id"),
                "exten",
                extension.get("exten"),
                "context",
                extension.get("context"),
                "links",
                extension.get("links"));
    }

    /** Returns a new user with a line. */
    public JsonNode userWithLine() {
        return userWithLine(context("internal"));
    }

    public JsonNode userWithLine(JsonNode context) {
        LineKit lines = new LineKit(api);
        JsonNode user =
                api.post("/users", body("firstname", "Ann", "lastname", "Lee")).created();
        lines.give(user, lines.sip(context));
        return user;
    }

    /** Returns the object of a path as it is now. */
    public JsonNode now(String collection, JsonNode object) {
        return api.get(HttpTest.item(collection, object)).found();
    }
}
