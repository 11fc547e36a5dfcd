package dev.dovetail.http.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Applies merge patches, RFC 7396. */
public final class MergePatch {
    /** The media type of merge patches, RFC 7396 section 4. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}

    /** Returns what a patch makes of a value, which stays as it is. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode merged =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            String name = change.getKey();
            if (change.getValue().isNull()) {
                merged.remove(name);
            } else {
                JsonNode old = merged.get(name);
                merged.set(name, apply(old == null ? JsonNodeFactory.instance.nullNode() : old, change.getValue()));
            }
        });
        return merged;
    }
}
