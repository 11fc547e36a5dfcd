package dev.dovetail.http.json;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.InputValidator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads bodies of one resource field by field, so that every fault is found.
 *
 * <p>A body that binds without a fault is not checked against constraints here, since the service does that; one with a
 * fault, or whose rules want sound fields, is, so that everything wrong is reported together.
 */
final class BodyReader<T extends Record> {
    private record Field<T>(
            Column<T, ?> column, String name, Path path, ValueReader reader, boolean nullMeansDefault) {}

    private final Resource<T, ?> resource;
    private final InputValidator<T> input;
    private final JsonTypes types;
    private final Naming naming;
    private final List<Field<T>> fields = new ArrayList<>();
    private final List<BodyStep> before;
    private final List<BodyStep> after;
    private final List<Input<?>> inputs;
    private final List<ChildReader<?>> children = new ArrayList<>();
    private final Set<String> knownOnCreation = new LinkedHashSet<>();
    private final Set<String> knownOnEdit = new LinkedHashSet<>();
    private final Set<String> readOnly = new LinkedHashSet<>();

    BodyReader(Representation.Builder<T> builder, InputValidator<T> input, Collection<Column<T, ?>> readable) {
        this.resource = builder.resource;
        this.input = input;
        this.types = builder.types;
        this.naming = builder.naming;
        this.before = List.copyOf(builder.before);
        this.after = List.copyOf(builder.after);
        this.inputs = List.copyOf(builder.inputs.keySet());
        builder.children.forEach(child -> children.add(reader(child, builder)));
        for (Column<T, ?> column : readable) {
            ValueReader reader = builder.readers.getOrDefault(column, types.reader(column.genericType()));
            fields.add(new Field<>(
                    column,
                    naming.json(column.name()),
                    Path.of(column.name()),
                    reader,
                    builder.nullMeansDefault.contains(column)));
        }
        fields.forEach(field -> knownOnEdit.add(field.name()));
        inputs.stream().filter(more -> !more.creationOnly()).forEach(more -> knownOnEdit.add(more.name()));
        knownOnCreation.addAll(knownOnEdit);
        inputs.forEach(more -> knownOnCreation.add(more.name()));
        children.forEach(child -> knownOnCreation.add(child.child().name()));
        resource.columns().stream()
                .filter(column -> !builder.hidden.contains(column))
                .forEach(column -> readOnly.add(naming.json(column.name())));
        readOnly.addAll(builder.parts.keySet());
        readOnly.addAll(knownOnCreation);
    }

    @SuppressWarnings("unchecked") // a resource's own representation
    private <C extends Record> ChildReader<C> reader(Child<C> child, Representation.Builder<T> builder) {
        return new ChildReader<>(
                child, () -> (Representation<C>) builder.others.apply(child.resource()), types, naming);
    }

    Body<T> read(ObjectNode body, boolean creating) {
        return read(body, creating, false);
    }

    /** Reads the body of a creation and checks it against constraints at any rate. */
    Body<T> readChecked(ObjectNode body) {
        return read(body, true, true);
    }

    /** Reads the body of an edit and checks it against constraints at any rate. */
    Body<T> readCheckedEdit(ObjectNode body) {
        return read(body, false, true);
    }

    private Body<T> read(ObjectNode body, boolean creating, boolean checked) {
        Violations first = new Violations();
        before.forEach(step -> step.take(body, creating, first));
        Violations further = new Violations();
        Map<Child<?>, List<? extends Body<?>>> nested = creating ? children(body, further) : Map.of();
        Map<Column<T, ?>, @Nullable Object> given = new LinkedHashMap<>();
        Map<Column<T, ?>, List<Violation>> faults = new HashMap<>();
        for (Field<T> field : fields) {
            read(field, body.get(field.name()), creating, given, faults);
        }
        Map<Input<?>, @Nullable Object> more = inputs(body, creating, further);
        refuseUnknown(body, creating ? knownOnCreation : knownOnEdit, further);
        boolean doubtful = !first.isEmpty() || !faults.isEmpty() || !further.isEmpty();
        if (checked || doubtful || !nested.isEmpty() || !after.isEmpty()) {
            complete(given, faults, first);
            first.addAll(further.toList());
            if (first.isEmpty()) {
                after.forEach(step -> step.take(body, creating, first));
            }
        }
        return new Body<>(resource, given, first.toList()).with(more, nested);
    }

    private void refuseUnknown(ObjectNode body, Set<String> known, Violations violations) {
        if (types.passesOverUnknown()) {
            return;
        }
        for (String name : body.propertyNames()) {
            if (readOnly.contains(name) && !known.contains(name)) {
                violations.add(UnknownNames.readOnly(resource.name(), Path.of(name)));
            } else if (!known.contains(name)) {
                violations.add(UnknownNames.field(resource.name(), Path.whole(), name, known));
            }
        }
    }

    private Map<Child<?>, List<? extends Body<?>>> children(ObjectNode body, Violations violations) {
        Map<Child<?>, List<? extends Body<?>>> bodies = new LinkedHashMap<>();
        for (ChildReader<?> reader : children) {
            List<? extends Body<?>> read = reader.read(body, resource.name(), violations);
            if (!read.isEmpty()) {
                bodies.put(reader.child(), read);
            }
        }
        return bodies;
    }

    private Map<Input<?>, @Nullable Object> inputs(ObjectNode body, boolean creating, Violations violations) {
        Map<Input<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (Input<?> input : inputs) {
            JsonNode node = creating || !input.creationOnly() ? body.get(input.name()) : null;
            Path path = Path.of(input.name());
            if (node != null && !node.isNull()) {
                Reading reading = new Reading(types, naming, resource.name(), path, violations);
                values.put(input, input.reader().read(node, input.type(), reading));
            } else if (node != null && input.nullable()) {
                values.put(input, null);
            } else if (node != null) {
                violations.add(Errors.nullValue(resource.name(), path));
            }
        }
        return values;
    }

    private void read(
            Field<T> field,
            @Nullable JsonNode node,
            boolean creating,
            Map<Column<T, ?>, @Nullable Object> given,
            Map<Column<T, ?>, List<Violation>> faults) {
        Column<T, ?> column = field.column();
        Path path = field.path();
        if (node == null) {
            if (creating && resource.required(column)) {
                faults.put(column, List.of(Errors.required(resource.name(), path)));
            }
        } else if (node.isNull()) {
            if (column.nullable()) {
                given.put(column, null);
            } else if (!(creating && field.nullMeansDefault())) {
                faults.put(column, List.of(Errors.nullValue(resource.name(), path)));
            }
        } else {
            Violations found = new Violations();
            Reading reading = new Reading(types, naming, resource.name(), path, found);
            Object value = field.reader().read(node, column.genericType(), reading);
            if (value != null) {
                given.put(column, value);
            }
            if (!found.isEmpty()) {
                faults.put(column, found.toList());
            }
        }
    }

    /** Adds the faults in the order of the fields, those of constraints included. */
    private void complete(
            Map<Column<T, ?>, @Nullable Object> given,
            Map<Column<T, ?>, List<Violation>> faults,
            Violations violations) {
        for (Field<T> field : fields) {
            List<Violation> read = faults.getOrDefault(field.column(), List.of());
            List<Violation> all = new ArrayList<>(read);
            Object value = given.get(field.column());
            if (value != null) {
                for (Violation violation : input.check(field.column(), value)) {
                    all.removeIf(known -> isOutOfRange(known) && known.path().equals(violation.path()));
                    boolean covered = read.stream()
                            .filter(known -> !isOutOfRange(known))
                            .anyMatch(known -> covers(known.path(), violation.path()));
                    if (!covered) {
                        all.add(violation);
                    }
                }
            }
            all.sort(new DeclarationOrder(types, field.column().genericType()));
            violations.addAll(all);
        }
    }

    private static boolean isOutOfRange(Violation violation) {
        return violation.code().equals(Reading.OUT_OF_RANGE);
    }

    private static boolean covers(Path known, Path other) {
        return other.elements().size() <= known.elements().size()
                && known.elements().subList(0, other.elements().size()).equals(other.elements());
    }
}
