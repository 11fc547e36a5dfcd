package dev.dovetail.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Lays JSON out for people and for comparing line by line: what fits stays on one line, anything else has one part per
 * line. Thread-safe.
 *
 * @since 0.1
 */
public final class JsonLayout {
    private static final int WIDTH = 100;

    private JsonLayout() {}

    /**
     * Returns a value laid out; its numbers and texts stay as they are written.
     *
     * @param json one value
     * @param indent how many spaces the line begins with on which the value stands
     * @throws JsonFault if that is not JSON
     */
    public static String of(String json, int indent) {
        return json.startsWith("{") || json.startsWith("[") ? of(JsonPart.parse(json), indent) : json;
    }

    /** Returns a text as JSON, in quotes. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }

    private static String of(JsonPart part, int indent) {
        String oneLine = oneLine(part);
        if (indent + oneLine.length() <= WIDTH
                || (part.members().isEmpty() && part.elements().isEmpty())) {
            return oneLine;
        }
        List<String> parts = new ArrayList<>();
        part.elements().forEach(element -> parts.add(of(element, indent + 2)));
        part.members().forEach((name, value) -> parts.add(quoted(name) + ": " + of(value, indent + 2)));
        String line = "\n" + " ".repeat(indent);
        return opening(part) + line + "  " + String.join("," + line + "  ", parts) + line + closing(part);
    }

    private static String oneLine(JsonPart part) {
        if (!part.isObject() && !part.isArray()) {
            return part.text();
        }
        List<String> parts = new ArrayList<>();
        part.elements().forEach(element -> parts.add(oneLine(element)));
        part.members().forEach((name, value) -> parts.add(quoted(name) + ": " + oneLine(value)));
        return opening(part) + String.join(", ", parts) + closing(part);
    }

    private static String opening(JsonPart part) {
        return part.isObject() ? "{" : "[";
    }

    private static String closing(JsonPart part) {
        return part.isObject() ? "}" : "]";
    }
}
