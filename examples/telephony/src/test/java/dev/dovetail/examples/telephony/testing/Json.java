package dev.dovetail.examples.telephony.testing;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON in few words. */
public final class Json {
    private Json() {}

    /** Returns a value as JSON. */
    public static JsonNode of(Object value) {
        return value == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonMapper.shared().valueToTree(value);
    }

    /** Returns an object of names and values in turn. */
    public static ObjectNode body(Object... namesAndValues) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.set((String) namesAndValues[i], of(namesAndValues[i + 1]));
        }
        return body;
    }

    /** Returns a copy with more fields, or other values of the same. */
    public static ObjectNode with(JsonNode base, Object... namesAndValues) {
        ObjectNode more = (ObjectNode) base.deepCopy();
        more.setAll(body(namesAndValues));
        return more;
    }

    /** Returns a copy without some fields. */
    public static ObjectNode without(JsonNode base, String... names) {
        ObjectNode less = (ObjectNode) base.deepCopy();
        less.remove(java.util.List.of(names));
        return less;
    }

    /** Returns what paths name an object by: its id, or its UUID if it has none. */
    public static String key(JsonNode object) {
        return object.has("id")
                ? object.get("id").asString()
                : object.get("uuid").stringValue();
    }

    /** Returns the text of a value with the keys of an object in order. */
    static String sorted(JsonNode value) {
        if (!value.isObject()) {
            return value.toString();
        }
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        value.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return JsonNodeFactory.instance.objectNode().setAll(sorted).toString();
    }
}
