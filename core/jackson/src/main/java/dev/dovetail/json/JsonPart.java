package dev.dovetail.json;

import dev.dovetail.value.ExactNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Holds one value of a JSON text as it is written there, and knows where it stands. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class JsonPart {
    /** Takes every number that values may be. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(ExactNumbers.DIGITS + 32) // sign, point and exponent
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String source;
    private final int from;
    private final int to;
    private final TokenStreamLocation at;
    private final Map<String, JsonPart> members;
    private final List<JsonPart> elements;

    private JsonPart(
            String source, int to, TokenStreamLocation at, Map<String, JsonPart> members, List<JsonPart> elements) {
        this.source = source;
        this.from = (int) at.getCharOffset();
        this.to = to;
        this.at = at;
        this.members = members;
        this.elements = elements;
    }

    /**
     * Returns the one value that a text holds.
     *
     * @throws JsonFault if the text is not JSON, holds anything else beside the value, or an object has two members of
     *     one name
     */
    public static JsonPart parse(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new JsonFault(1, 1, "empty (expected: a JSON object)", new IllegalArgumentException("empty"));
            }
            JsonPart part = read(parser, text);
            if (parser.nextToken() != null) {
                TokenStreamLocation rest = parser.currentTokenLocation();
                throw new JsonFault(
                        rest.getLineNr(), rest.getColumnNr(), "text after the end", new IllegalArgumentException());
            }
            return part;
        } catch (JacksonException e) {
            throw JsonFault.of(e, 1, 1);
        }
    }

    private static JsonPart read(JsonParser parser, String source) {
        TokenStreamLocation at = parser.currentTokenLocation();
        Map<String, JsonPart> members = new LinkedHashMap<>();
        List<JsonPart> elements = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser, source));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser, source));
            }
        }
        parser.finishToken();
        return new JsonPart(source, (int) parser.currentLocation().getCharOffset(), at, members, elements);
    }

    /** Returns whether this is an object. */
    public boolean isObject() {
        return source.charAt(from) == '{';
    }

    /** Returns whether this is an array. */
    public boolean isArray() {
        return source.charAt(from) == '[';
    }

    /** Returns whether this is null. */
    public boolean isNull() {
        return source.charAt(from) == 'n';
    }

    /** Returns the members of an object, in the order written; none of anything else. */
    public Map<String, JsonPart> members() {
        return java.util.Collections.unmodifiableMap(members);
    }

    /** Returns the elements of an array; none of anything else. */
    public List<JsonPart> elements() {
        return List.copyOf(elements);
    }

    /** Returns the line on which the value begins, from 1. */
    public int line() {
        return at.getLineNr();
    }

    /** Returns the column at which the value begins, from 1. */
    public int column() {
        return at.getColumnNr();
    }

    /** Returns the value as it is written. */
    public String text() {
        return source.substring(from, to);
    }
}
