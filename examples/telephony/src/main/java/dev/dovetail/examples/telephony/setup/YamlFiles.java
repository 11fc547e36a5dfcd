package dev.dovetail.examples.telephony.setup;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads YAML 1.2 files (JSON schema, section 10.2); a key that comes twice is a mistake. Thread-safe. */
public final class YamlFiles {
    private static final int DEPTH = 32;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlFiles() {}

    /**
     * Returns the content of a file, an empty mapping if there is none.
     *
     * @throws SetupException if it cannot be read, or is not a YAML mapping
     */
    public static Yaml read(Path file) {
        return parse(file.toString(), text(file));
    }

    /** Returns the text of a file. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new SetupException("file " + file + ": not found", e);
        } catch (AccessDeniedException e) {
            throw new SetupException("file " + file + ": may not be read", e);
        } catch (CharacterCodingException e) {
            throw new SetupException("file " + file + ": not UTF-8", e);
        } catch (IOException e) {
            throw new SetupException("file " + file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns what a text holds; {@code name} is that of the file, for messages. */
    public static Yaml parse(String name, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setSchema(new JsonSchema())
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            Yaml content = root.isEmpty() || root.get().getTag().equals(Tag.NULL)
                    ? new Yaml(name, 1, JSON.objectNode(), Map.of(), List.of())
                    : value(name, root.get(), 0);
            if (!content.json().isObject()) {
                throw content.fault("expected keys with values");
            }
            return content;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new SetupException(name + ", line " + line + ": not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new SetupException(name + ": not YAML: " + e.getMessage(), e);
        }
    }

    private static Yaml value(String file, Node node, int depth) {
        int line = line(node);
        if (depth > DEPTH) {
            throw new SetupException(file + ", line " + line + ": more than " + DEPTH + " levels deep");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(file, mapping, depth);
        } else if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            ArrayNode json = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                Yaml value = value(file, item, depth + 1);
                items.add(value);
                json.add(value.json());
            }
            return new Yaml(file, line, json, Map.of(), List.copyOf(items));
        }
        return new Yaml(file, line, scalar(file, (ScalarNode) node), Map.of(), List.of());
    }

    private static Yaml mapping(String file, MappingNode mapping, int depth) {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        ObjectNode json = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new SetupException(file + ", line " + line + ": a key must be a word");
            }
            Yaml value = value(file, tuple.getValueNode(), depth + 1);
            Yaml field = new Yaml(file, line, value.json(), value.fields(), value.items());
            if (fields.put(key.getValue(), field) != null) {
                throw field.fault("key '" + key.getValue() + "' comes twice");
            }
            json.set(key.getValue(), field.json());
        }
        return new Yaml(file, line(mapping), json, fields, List.of());
    }

    private static JsonNode scalar(String file, ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        try {
            if (tag.equals(Tag.NULL)) {
                return JSON.nullNode();
            } else if (tag.equals(Tag.BOOL)) {
                return JSON.booleanNode(Boolean.parseBoolean(text));
            } else if (tag.equals(Tag.INT)) {
                BigInteger number = new BigInteger(text);
                return number.bitLength() < Integer.SIZE ? JSON.numberNode(number.intValue()) : JSON.numberNode(number);
            } else if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(text));
            }
            return JSON.stringNode(text);
        } catch (NumberFormatException e) {
            throw new SetupException(file + ", line " + line(node) + ": not a number: " + text, e);
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
