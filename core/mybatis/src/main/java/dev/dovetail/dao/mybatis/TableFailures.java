package dev.dovetail.dao.mybatis;

import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says the violations of a table's constraints as the rules say them. Immutable. */
final class TableFailures<T extends Record, K> {
    private static final int INDEXED = 2_600; // a third of a page, less what stands before the text

    private final Resource<T, K> resource;
    private final SqlTable<T> table;
    private final DatabaseSchema schema;
    private final Refusals refusals;

    TableFailures(Resource<T, K> resource, SqlTable<T> table, DatabaseSchema schema) {
        this.resource = resource;
        this.table = table;
        this.schema = schema;
        this.refusals = Refusals.of(resource, table);
    }

    /** Returns what the failure of writing a row means. */
    DovetailException writing(T row, SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (state.equals(SqlFailures.UNIQUE)) {
            Unique<T> unique = table.unique(resource, SqlFailures.Constraint.of(e));
            return caused(
                    unique == null ? Errors.alreadyExists(resource.name(), Details.none()) : unique.violation(row), e);
        } else if (state.equals(SqlFailures.REFERENCE) || state.equals(SqlFailures.NO_PARENT)) {
            return caused(reference(row, state, SqlFailures.Constraint.of(e)), e);
        }
        return refusals.write(e, tooLong(row));
    }

    /**
     * Returns the only text of a row that no index of PostgreSQL holds, which does not always tell which index it is.
     */
    private @Nullable String tooLong(T row) {
        List<Column<T, ?>> texts = resource.columns().stream()
                .filter(column -> column.get(row) instanceof String text
                        && text.getBytes(StandardCharsets.UTF_8).length > INDEXED)
                .toList();
        return texts.size() == 1 ? texts.get(0).name() : null;
    }

    /** Returns what the failure of writing some row or other of many means. */
    DovetailException writingSome(SQLException e) {
        return switch (Objects.requireNonNullElse(e.getSQLState(), "")) {
            case SqlFailures.UNIQUE -> caused(Errors.alreadyExists(resource.name(), Details.none()), e);
            case SqlFailures.REFERENCE, SqlFailures.NO_PARENT ->
                caused(
                        Errors.referenceNotFound(
                                Path.whole(),
                                schema.resourceIn(SqlFailures.Constraint.of(e).referenced(), resource),
                                Details.none()),
                        e);
            default -> refusals.write(e);
        };
    }

    /** An edit may take away a value that others refer to, by a foreign key of the application's own. */
    private Violation reference(T row, String state, SqlFailures.Constraint constraint) {
        boolean ofOthers = constraint.table() != null && !schema.isTable(constraint.table(), table.name());
        return ofOthers && state.equals(SqlFailures.REFERENCE)
                ? Errors.stillAssociated(
                        resource.name(),
                        schema.resourceIn(constraint.table(), resource),
                        Details.of(resource.key().name(), resource.keyOf(row)))
                : missing(row, constraint);
    }

    private Violation missing(T row, SqlFailures.Constraint constraint) {
        String other = schema.resourceIn(constraint.referenced(), resource);
        for (String name : constraint.columns()) {
            Column<T, ?> column = table.columnOf(name);
            if (column != null) {
                return Errors.referenceNotFound(
                        Path.of(column.name()), other, Details.of(column.name(), column.get(row)));
            }
        }
        return Errors.referenceNotFound(Path.whole(), other, Details.none());
    }

    /** Returns what the failure of deleting a row means. */
    DovetailException deleting(K key, SQLException e) {
        if (SqlFailures.REFERENCE.equals(e.getSQLState())) {
            String other = schema.resourceIn(SqlFailures.Constraint.of(e).table(), resource);
            return caused(
                    Errors.stillAssociated(
                            resource.name(), other, Details.of(resource.key().name(), key)),
                    e);
        }
        return refusals.write(e);
    }

    static DovetailException caused(Violation violation, @Nullable SQLException e) {
        return new DovetailException(List.of(violation), e);
    }
}
