package dev.dovetail.http.openapi;

import dev.dovetail.http.json.Schema;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes schemas as trees, and collects those that are referred to. Not thread-safe. */
final class SchemaTrees {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<Object, String> names = new HashMap<>();
    private final Map<String, JsonNode> written = new TreeMap<>();
    private final Queue<Schema.Shared> waiting = new ArrayDeque<>();

    ObjectNode tree(Schema schema) {
        ObjectNode tree = NODES.objectNode();
        schema.shared().ifPresent(shared -> tree.put("$ref", "#/components/schemas/" + name(shared)));
        schema.keywords().forEach((keyword, value) -> tree.set(keyword, value(value)));
        return tree;
    }

    /** Returns the name of a schema: the one wanted, or that with a number if another schema has it. */
    private String name(Schema.Shared shared) {
        String known = names.get(shared.identity());
        if (known != null) {
            return known;
        }
        String name = shared.name();
        for (int number = 2; names.containsValue(name); number++) {
            name = shared.name() + number;
        }
        names.put(shared.identity(), name);
        waiting.add(shared);
        return name;
    }

    /** Returns the schemas referred to so far, and those that they refer to, by name. */
    ObjectNode referred() {
        for (Schema.Shared next = waiting.poll(); next != null; next = waiting.poll()) {
            written.put(name(next), tree(next.content().get()));
        }
        ObjectNode all = NODES.objectNode();
        written.forEach(all::set);
        return all;
    }

    private JsonNode value(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Schema schema) {
            return tree(schema);
        } else if (value instanceof Boolean bool) {
            return NODES.booleanNode(bool);
        } else if (value instanceof Number number) {
            return NODES.numberNode(new BigDecimal(number.toString()));
        } else if (value instanceof Iterable<?> values) {
            ArrayNode all = NODES.arrayNode();
            values.forEach(one -> all.add(value(one)));
            return all;
        } else if (value instanceof Map<?, ?> values) {
            ObjectNode all = NODES.objectNode();
            values.forEach((name, one) -> all.set(name.toString(), value(one)));
            return all;
        }
        return NODES.stringNode(value.toString());
    }
}
