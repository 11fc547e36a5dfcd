package dev.dovetail.http.json;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.Column;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the objects of a child's field. */
record ChildReader<C extends Record>(
        Child<C> child, Supplier<Representation<C>> representation, JsonTypes types, Naming naming) {

    /** Returns the bodies found; what is wrong with them goes to the violations, under the name of the field. */
    List<Body<C>> read(ObjectNode parent, String owner, Violations violations) {
        JsonNode node = parent.get(child.name());
        Path at = Path.of(child.name());
        List<Body<C>> bodies = new ArrayList<>();
        if (node == null || (node.isNull() && child.isNullable())) {
            return bodies;
        } else if (node.isNull()) {
            violations.add(Errors.nullValue(owner, at));
        } else if (!child.isList()) {
            bodies.add(read(parent, node, at, violations));
        } else if (!node.isArray()) {
            violations.add(Errors.wrongType(owner, at, "nested-list"));
        } else {
            for (int i = 0; i < node.size(); i++) {
                bodies.add(read(parent, node.get(i), at.index(i), violations));
            }
        }
        return bodies;
    }

    private Body<C> read(ObjectNode parent, JsonNode node, Path at, Violations violations) {
        if (node instanceof ObjectNode object) {
            JsonNode key = object.get(naming.json(child.resource().key().name()));
            if (child.isByKey() && key != null && !key.isNull()) {
                return reference(key, at, violations);
            }
            child.completion().complete(parent, object);
        }
        Body<C> body = representation.get().readChild(node);
        for (Violation violation : body.violations()) {
            violations.add(violation.at(at.then(violation.path())));
        }
        return body;
    }

    private Body<C> reference(JsonNode node, Path at, Violations violations) {
        Column<C, ?> key = child.resource().key();
        Type type = key.genericType();
        Violations found = new Violations();
        Reading reading = new Reading(types, naming, child.resource().name(), at.field(key.name()), found);
        @Nullable Object value = reading.read(node, type);
        violations.addAll(found.toList());
        return found.isEmpty()
                ? Body.reference(child.resource(), Objects.requireNonNull(value))
                : new Body<>(child.resource(), Map.of(), found.toList());
    }
}
