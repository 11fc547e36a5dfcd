package dev.dovetail.dao.mybatis;

import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says the violations of the constraints of a table of links as the rules say them. Immutable. */
record LinkFailures<LK, RK>(Association<?, LK, ?, RK> association, SqlLinks table) {

    /** Returns what it means that a left object has a right one already, and may have no other. */
    DovetailException leftTaken(LK left, RK right, @Nullable SQLException cause) {
        return taken(association.left(), left, association.right(), right, cause);
    }

    /** Returns what it means that a right object has a left one already, and may have no other. */
    DovetailException rightTaken(RK right, LK left, @Nullable SQLException cause) {
        return taken(association.right(), right, association.left(), left, cause);
    }

    private static DovetailException taken(
            Resource<?, ?> one, Object key, Resource<?, ?> other, Object otherKey, @Nullable SQLException cause) {
        Violation violation =
                Errors.stillAssociated(one.name(), other.name(), Details.of(one.name(), key, other.name(), otherKey));
        return TableFailures.caused(violation, cause);
    }

    /**
     * Returns what the failure of linking means.
     *
     * @param added the right keys that were being linked; if the driver does not tell which of them failed, the first
     *     is named
     */
    DovetailException linking(LK left, List<RK> added, SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        RK right = failed(added, Objects.requireNonNullElse(e.getMessage(), ""));
        if (state.equals(SqlFailures.UNIQUE)) {
            List<String> columns = SqlFailures.Constraint.of(e).columns();
            return columns.equals(List.of(table.right().toLowerCase(Locale.ROOT)))
                            || (association.oneLeft() && !association.oneRight())
                    ? rightTaken(right, left, e)
                    : leftTaken(left, right, e);
        } else if (state.equals(SqlFailures.REFERENCE) || state.equals(SqlFailures.NO_PARENT)) {
            boolean isRight = SqlFailures.Constraint.of(e).columns().contains(table.right());
            Resource<?, ?> missing = isRight ? association.right() : association.left();
            return TableFailures.caused(
                    Errors.referenceNotFound(
                            Path.of(missing.collection()),
                            missing.name(),
                            Details.of(missing.key().name(), isRight ? right : left)),
                    e);
        }
        return SqlFailures.write(e, association.name());
    }

    /** Returns the only key that a driver's message has among the values at its end. */
    private RK failed(List<RK> added, String message) {
        int values = Math.max(
                message.lastIndexOf("=("), Math.max(message.lastIndexOf("VALUES"), message.lastIndexOf(") (")));
        String told = message.substring(Math.max(values, 0));
        List<RK> named = added.stream()
                .filter(key -> Pattern.compile("(?<![\\w-])" + Pattern.quote(key.toString()) + "(?![\\w-])")
                        .matcher(told)
                        .find())
                .toList();
        return named.size() == 1 ? named.get(0) : added.get(0);
    }
}
