package dev.dovetail.http.json;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.validation.InputValidator;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one value at one place of a body, and takes what is wrong with it. Not thread-safe.
 *
 * @since 0.1
 */
public final class Reading {
    /** The code of a number that its Java type cannot hold. */
    public static final String OUT_OF_RANGE = "out-of-range";

    private final JsonTypes types;
    private final Naming naming;
    private final String resource;
    private final Path path;
    private final Violations violations;

    Reading(JsonTypes types, Naming naming, String resource, Path path, Violations violations) {
        this.types = types;
        this.naming = naming;
        this.resource = resource;
        this.path = path;
        this.violations = violations;
    }

    /** Reports a value of the wrong type; {@code expected} is a word such as {@code string}. */
    public @Nullable Object wrongType(String expected) {
        return report(Errors.wrongType(resource, path, expected));
    }

    /**
     * Reports a number that its Java type cannot hold. If a constraint of the place refuses the nearest one that the
     * type can hold, that is told instead.
     *
     * @param nearest the nearest number that the type can hold
     */
    public Object outOfRange(Object nearest) {
        report(Errors.invalid(
                resource, path, OUT_OF_RANGE, Details.of("nearest", nearest), "too large (nearest: " + nearest + ")"));
        return nearest;
    }

    /** Reports a fault and returns null. */
    public @Nullable Object report(Violation violation) {
        violations.add(violation);
        return null;
    }

    /** Reports the fields of an object that are none of these components, unless unknown ones are passed over. */
    void refuseUnknown(JsonNode object, List<String> components) {
        if (types.passesOverUnknown()) {
            return;
        }
        List<String> known = components.stream().map(naming::json).toList();
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                violations.add(UnknownNames.field(resource, path, name, known));
            }
        }
    }

    /** Returns the reading of a field within this value. */
    public Reading field(String component) {
        return new Reading(types, naming, resource, path.field(component), violations);
    }

    /** Returns the reading of an element within this value. */
    public Reading index(int index) {
        return new Reading(types, naming, resource, path.index(index), violations);
    }

    /** Returns how values are read. */
    public JsonTypes types() {
        return types;
    }

    /** Returns whether nothing is wrong so far with what is read together with this value. */
    boolean isSound() {
        return violations.isEmpty();
    }

    /** Returns the place of the value, by names of components. */
    public Path path() {
        return path;
    }

    /** Returns the name of the resource whose body is read. */
    public String resource() {
        return resource;
    }

    /** Returns how components are named in the body. */
    public Naming naming() {
        return naming;
    }

    /** Reads a value that is not null as its type demands. */
    public @Nullable Object read(JsonNode node, Type type) {
        return types.reader(type).read(node, type, this);
    }

    /** Reads a value that has the form of some columns; what is wrong is in the body, with paths within this value. */
    public <T extends Record> Body<T> read(JsonNode node, Shape<T> shape, InputValidator<T> input) {
        return shape.read(node, types, input);
    }
}
