package dev.dovetail.validation;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Edit;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of a resource: nulls where none are allowed, the Bean Validation constraints on the components
 * of the record, of records within it and of elements of its lists, and what no store could keep as it is.
 *
 * <p>Refused are texts with half a surrogate pair or the character 0 (code {@code unicode}), numbers of more than 1,000
 * digits written out ({@code digits}), NaN and the infinities ({@code finite}), times before the year 1 or after 9999
 * ({@code time-range}); as a text key, anything but 1 to 255 characters, and {@code .} and {@code ..}, which paths
 * cannot hold ({@code key}).
 *
 * <p>Everything wrong is reported, in the order in which the components are declared, and the constraints of one
 * component in the order of the source. The code of a violation is the constraint's name in lower case
 * ({@code size}, {@code pattern}), its details are the constraint's attributes. Read-only and prepared
 * columns may be null: the store or a preparation fills them. Thread-safe; made once per resource, at the start.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class InputValidator<T extends Record> {
    private final Resource<T, ?> resource;
    private final Set<Column<T, ?>> all;
    private final List<Path> paths;
    private final RecordConstraints<T> constraints;
    private final ValueRules values = new ValueRules();
    private final boolean textKey;

    private InputValidator(Resource<T, ?> resource, Constraints constraints) {
        this.resource = resource;
        this.all = Set.copyOf(resource.columns());
        this.paths = resource.columns().stream()
                .map(column -> Path.of(column.name()))
                .toList();
        this.constraints = RecordConstraints.of(resource.model(), constraints);
        this.textKey = resource.key().type() == String.class;
    }

    /**
     * Returns the validator of a resource.
     *
     * @throws IllegalStateException if the record has constraints and no Bean Validation provider is present
     */
    public static <T extends Record> InputValidator<T> of(Resource<T, ?> resource) {
        return of(resource, Constraints.byProvider());
    }

    /**
     * Returns the validator of a resource.
     *
     * @param constraints says what checks the constraints on the record
     * @throws IllegalStateException if the record has constraints and no Bean Validation provider is present
     */
    public static <T extends Record> InputValidator<T> of(Resource<T, ?> resource, Constraints constraints) {
        return new InputValidator<>(resource, constraints);
    }

    /** Returns what is wrong with an object as a whole. */
    public List<Violation> check(T row) {
        return isSound(row) ? List.of() : check(row, all);
    }

    /** Returns whether nothing is wrong, as is usual, found out in one go and without a path for each column. */
    private boolean isSound(T row) {
        @Nullable Object[] given = resource.values(row);
        if (!constraints.hold(row) || (textKey && !isKey(given[resource.key().index()]))) {
            return false;
        }
        for (Column<T, ?> column : resource.columns()) {
            Object value = given[column.index()];
            if (value == null ? !resource.mayBeNull(column) : !values.hold(value) || !isSoundWithin(column, value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKey(@Nullable Object value) {
        return value == null || ValueRules.isKey((String) value);
    }

    private boolean isSoundWithin(Column<T, ?> column, Object value) {
        return !constraints.hasRecords(column.index()) || check(column, value).isEmpty();
    }

    /** Returns what is wrong with these columns of an object, and with the object as a whole. */
    public List<Violation> check(T row, Set<Column<T, ?>> columns) {
        return check(row, columns, column -> column.get(row));
    }

    /** Returns what is wrong with the columns that an edit gives, and with the edited object as a whole. */
    public List<Violation> check(T edited, Edit<T> edit) {
        // a null given for a primitive is 0 in the record
        return check(
                edited, edit.given(), column -> column.type().isPrimitive() ? edit.value(column) : column.get(edited));
    }

    private List<Violation> check(T row, Set<Column<T, ?>> columns, Function<Column<T, ?>, @Nullable Object> value) {
        Violations violations = new Violations();
        for (Column<T, ?> column : resource.columns()) {
            if (columns.contains(column)) {
                check(column, value.apply(column), violations);
            }
        }
        if (violations.isEmpty()) {
            constraints.checkObject(row, resource.name(), Path.whole(), violations);
        }
        return violations.toList();
    }

    /** Returns which values of an object no store could keep as they are, constraints left aside. */
    public List<Violation> checkValues(T row) {
        Violations violations = new Violations();
        @Nullable Object[] given = resource.values(row);
        for (int i = 0; i < given.length; i++) {
            values.check(given[i], resource.name(), paths.get(i), violations);
        }
        return violations.toList();
    }

    /** Returns what is wrong with one value of a column. */
    public List<Violation> check(Column<T, ?> column, @Nullable Object value) {
        Violations violations = new Violations();
        check(column, value, violations);
        return violations.toList();
    }

    private void check(Column<T, ?> column, @Nullable Object value, Violations violations) {
        Path path = paths.get(column.index());
        if (value != null) {
            constraints.checkComponent(column.index(), value, resource.name(), path, violations);
            values.check(value, resource.name(), path, violations);
            if (textKey && column.equals(resource.key())) {
                values.checkKey((String) value, resource.name(), path, violations);
            }
        } else if (!resource.mayBeNull(column)) {
            violations.add(Errors.nullValue(resource.name(), path));
        }
    }
}
