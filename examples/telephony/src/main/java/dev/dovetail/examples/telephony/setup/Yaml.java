package dev.dovetail.examples.telephony.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Holds one value of a YAML file, and where it stands. Immutable as long as nobody changes {@link #json()}.
 *
 * @param file the name of the file, for messages
 * @param line the line that the value starts in, from 1; for a field that of its name
 * @param json the value as a tree
 * @param fields the fields of a mapping in order, empty for other values
 * @param items the elements of a sequence, empty for other values
 */
public record Yaml(String file, int line, JsonNode json, Map<String, Yaml> fields, List<Yaml> items) {

    /** Returns a field of a mapping. */
    public Optional<Yaml> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Returns the text of a field. */
    public Optional<String> text(String name) {
        return field(name).filter(value -> !value.json.isNull()).map(value -> value.json.asString());
    }

    /** Returns the text of a field that must be there. */
    public String needed(String name) {
        return text(name).orElseThrow(() -> fault("'" + name + "' is missing"));
    }

    /** Returns the value at a path of names and indexes, or the deepest one on the way. */
    public Yaml at(List<?> path) {
        Yaml here = this;
        for (Object element : path) {
            Yaml next = element instanceof Integer index && index < here.items.size()
                    ? here.items.get(index)
                    : here.fields.get(element.toString());
            if (next == null) {
                return here;
            }
            here = next;
        }
        return here;
    }

    /** Refuses any field but these. */
    public void allow(List<String> names) {
        fields.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw value.fault("unknown key '" + name + "' (expected: " + String.join(", ", names) + ")");
            }
        });
    }

    /** Returns the elements of a field that is a sequence; none if it is absent. */
    public List<Yaml> list(String name) {
        Optional<Yaml> field = field(name);
        if (field.isPresent() && !field.get().json.isArray()) {
            throw field.get().fault("'" + name + "': expected a list");
        }
        return field.map(Yaml::items).orElse(List.of());
    }

    /** Returns the exception that says what is wrong with this value. */
    public SetupException fault(String message) {
        return new SetupException(file + ", line " + line + ": " + message);
    }
}
