package dev.dovetail.http.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that fit a schema, as far as a schema tells; keys that are known are taken up again and again. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final int LONGEST = 40;
    private static final int CANDIDATES = 40;
    private static final List<String> ALPHABETS =
            List.of("0123456789", "abcdefghij", "abcXYZ019", "äß Ł'\"\\%_<>\t", "0123456789*#");
    private static final List<String> SAMPLES =
            List.of("default", "1001", "00:00-23:59", "fr_FR", "ab@example.org", "http://h/x", "Europe/Paris", "a", "");

    private final Schemas schemas;
    private final Random random;
    private final Keys keys;

    Values(Schemas schemas, Random random, Keys keys) {
        this.schemas = schemas;
        this.random = random;
        this.keys = keys;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode told, int depth) {
        JsonNode schema = schemas.resolved(told);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return of(oneOf(schema.get(choice)), depth + 1);
            }
        }
        if (schema.has("allOf")) {
            ObjectNode all = JSON.objectNode();
            schema.get("allOf").forEach(part -> {
                if (of(part, depth + 1) instanceof ObjectNode object) {
                    all.setAll(object);
                }
            });
            return all;
        }
        if (schema.has("enum")) {
            return oneOf(schema.get("enum"));
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        return typed(schema, type(schema), depth);
    }

    private JsonNode typed(JsonNode schema, String type, int depth) {
        return switch (type) {
            case "null" -> JSON.nullNode();
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(random.nextDouble() * 100);
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> JSON.stringNode(text(schema));
        };
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return random.nextInt(8) == 0 ? oneOf(type).asString() : type.get(0).asString();
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private JsonNode oneOf(JsonNode array) {
        return array.get(random.nextInt(array.size()));
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(Math.max(least, 60) + 40);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> keys.number(random);
            default -> least + (long) (random.nextDouble() * (most - least));
        };
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth > DEEPEST ? 0 : random.nextInt(3);
        for (int i = 0; i < size; i++) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        int most = 1 + random.nextInt(4);
        schema.path("properties").properties().forEach(member -> {
            boolean wanted = required.contains(member.getKey()) || (depth < DEEPEST && random.nextInt(4) < most - 1);
            if (wanted && !member.getValue().path("readOnly").asBoolean(false)) {
                object.set(member.getKey(), of(member.getValue(), depth + 1));
            }
        });
        return object;
    }

    private String text(JsonNode schema) {
        String format = schema.path("format").asString("");
        if (format.equals("uuid")) {
            return random.nextInt(3) == 0
                    ? new UUID(random.nextLong(), random.nextLong()).toString()
                    : keys.text(random);
        }
        Pattern pattern =
                schema.has("pattern") ? Pattern.compile(schema.get("pattern").asString()) : null;
        String candidate = "";
        for (int i = 0; i < CANDIDATES; i++) {
            candidate = candidate(schema);
            if (pattern == null || pattern.matcher(candidate).find()) {
                break;
            }
        }
        return candidate;
    }

    private String candidate(JsonNode schema) {
        if (random.nextInt(6) == 0) {
            return keys.name(random);
        }
        if (random.nextInt(5) == 0) {
            return SAMPLES.get(random.nextInt(SAMPLES.size()));
        }
        int least = schema.path("minLength").asInt(1);
        int most = Math.min(schema.path("maxLength").asInt(LONGEST), least + LONGEST);
        int length = least + random.nextInt(Math.max(most - least, 0) + 1);
        String alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
