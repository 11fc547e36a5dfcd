package dev.dovetail.http.json;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Violation;
import dev.dovetail.operation.Edit;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was read from a body: the columns given with their values, and everything that is wrong.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Body<T extends Record> {
    private final Resource<T, ?> resource;
    private final Map<Column<T, ?>, @Nullable Object> given;
    private final List<Violation> violations;

    Body(Resource<T, ?> resource, Map<Column<T, ?>, @Nullable Object> given, List<Violation> violations) {
        this.resource = resource;
        this.given = given;
        this.violations = List.copyOf(violations);
    }

    /** Returns what is wrong, in the order of the resource's columns. */
    public List<Violation> violations() {
        return violations;
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
        return resource.construct(values);
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
