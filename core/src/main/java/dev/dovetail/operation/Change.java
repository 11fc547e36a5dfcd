package dev.dovetail.operation;

import dev.dovetail.context.CallContext;
import dev.dovetail.resource.Column;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * States what happens to one object: what it was, what it becomes, what was given.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Change<T> {
    private final CallContext call;
    private final Operation operation;
    private final @Nullable T before;
    private final @Nullable T after;
    private final Set<Column<T, ?>> given;

    private Change(
            CallContext call, Operation operation, @Nullable T before, @Nullable T after, Set<Column<T, ?>> given) {
        this.call = call;
        this.operation = operation;
        this.before = before;
        this.after = after;
        this.given = given;
    }

    /** Returns the creation of an object. */
    public static <T> Change<T> create(CallContext call, T after) {
        return new Change<>(call, Operation.CREATE, null, after, Set.of());
    }

    /** Returns the edit of an object, with the columns that the caller gave. */
    public static <T> Change<T> edit(CallContext call, T before, T after, Set<Column<T, ?>> given) {
        return new Change<>(call, Operation.EDIT, before, after, given);
    }

    /** Returns the deletion of an object. */
    public static <T> Change<T> delete(CallContext call, T before) {
        return new Change<>(call, Operation.DELETE, before, null, Set.of());
    }

    /** Returns the change with another outcome; a deletion has none, so it stays as it is. */
    public Change<T> becoming(T outcome) {
        return after == null || after == outcome ? this : new Change<>(call, operation, before, outcome, given);
    }

    /** Returns who makes the change. */
    public CallContext call() {
        return call;
    }

    /** Returns what is done. */
    public Operation operation() {
        return operation;
    }

    /** Returns the object as it was; empty for a creation. */
    public Optional<T> before() {
        return Optional.ofNullable(before);
    }

    /** Returns the object as it becomes, or the one deleted. */
    public T value() {
        return Objects.requireNonNull(after != null ? after : before);
    }

    /** Returns the columns that the caller of an edit gave; empty for the other operations. */
    public Set<Column<T, ?>> given() {
        return given;
    }

    /** Returns whether a column has another value than before; true for every column of a creation or deletion. */
    public boolean changed(Column<T, ?> column) {
        return before == null || after == null || !Objects.equals(column.get(before), column.get(after));
    }

    /** Returns which of these columns have another value than before. */
    public Set<Column<T, ?>> changed(Iterable<Column<T, ?>> columns) {
        Set<Column<T, ?>> changed = new LinkedHashSet<>();
        for (Column<T, ?> column : columns) {
            if (changed(column)) {
                changed.add(column);
            }
        }
        return changed;
    }
}
