package dev.dovetail.http.json;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Violation;
import dev.dovetail.operation.Edit;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was read from a body: the columns given with their values, inputs, children, and everything that is wrong.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Body<T extends Record> {
    private final Resource<T, ?> resource;
    private final Map<Column<T, ?>, @Nullable Object> given;
    private final More more;
    private final List<Violation> violations;

    /**
     * Holds what is no column.
     *
     * @param key of the object that the body stands for, if it is a child that gives one
     */
    private record More(
            Map<Input<?>, @Nullable Object> inputs,
            Map<Child<?>, List<? extends Body<?>>> children,
            @Nullable Object key) {}

    private static final More NOTHING = new More(Map.of(), Map.of(), null);

    Body(Resource<T, ?> resource, Map<Column<T, ?>, @Nullable Object> given, List<Violation> violations) {
        this(resource, given, NOTHING, violations);
    }

    private Body(
            Resource<T, ?> resource, Map<Column<T, ?>, @Nullable Object> given, More more, List<Violation> violations) {
        this.resource = resource;
        this.given = given;
        this.more = more;
        this.violations = List.copyOf(violations);
    }

    static <T extends Record> Body<T> reference(Resource<T, ?> resource, Object key) {
        return new Body<>(resource, Map.of(), new More(Map.of(), Map.of(), key), List.of());
    }

    Body<T> with(Map<Input<?>, @Nullable Object> inputs, Map<Child<?>, List<? extends Body<?>>> children) {
        return inputs.isEmpty() && children.isEmpty()
                ? this
                : new Body<>(resource, given, new More(inputs, children, null), violations);
    }

    /** Returns what is wrong, in the order of the resource's columns. */
    public List<Violation> violations() {
        return violations;
    }

    /** Returns whether an input is given, be it as null. */
    public boolean gives(Input<?> input) {
        return more.inputs().containsKey(input);
    }

    /** Returns the value given for an input; null if it is not given or given as null. */
    @SuppressWarnings("unchecked") // read as the input says
    public <V> @Nullable V value(Input<V> input) {
        return (V) more.inputs().get(input);
    }

    /** Returns whether a column is given, be it as null. */
    public boolean gives(Column<T, ?> column) {
        return given.containsKey(column);
    }

    /** Returns the value given for a column; null if it is not given or given as null. */
    @SuppressWarnings("unchecked") // read as the column says
    public <V> @Nullable V value(Column<T, V> column) {
        return (V) given.get(column);
    }

    /** Returns the bodies of the children of a field; none if it is not given. */
    @SuppressWarnings("unchecked") // read as the child says
    public <C extends Record> List<Body<C>> children(Child<C> child) {
        return (List<Body<C>>) more.children().getOrDefault(child, List.of());
    }

    /** Returns the key of the object that is there already and that this body of a child stands for. */
    public Optional<Object> key() {
        return Optional.ofNullable(more.key());
    }

    /**
     * Returns the object to create: what is given, defaults for the rest.
     *
     * @throws DovetailException with everything that is wrong
     */
    public T toCreate() {
        throwIfFaulty();
        @Nullable Object[] values = new Object[resource.columns().size()];
        for (Column<T, ?> column : resource.columns()) {
            values[column.index()] = given.containsKey(column) ? given.get(column) : resource.defaultValue(column);
        }
        return resource.make(values);
    }

    /**
     * Returns the edit: what is given.
     *
     * @throws DovetailException with everything that is wrong
     */
    public Edit<T> toEdit() {
        throwIfFaulty();
        return Edit.of(resource, given);
    }

    private void throwIfFaulty() {
        if (!violations.isEmpty()) {
            throw new DovetailException(violations);
        }
    }
}
