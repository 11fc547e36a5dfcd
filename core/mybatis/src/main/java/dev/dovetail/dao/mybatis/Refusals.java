package dev.dovetail.dao.mybatis;

import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what it means that a database refuses a row for a reason that no description tells of: a column too small, an
 * index that holds no such long texts, a check, a trigger. Neither the statement nor what a trigger says is told.
 * Immutable.
 *
 * @param resource what violations are of
 * @param columns the components by the names of their columns, without quotes and in lower case
 */
record Refusals(String resource, Map<String, String> columns) {
    private static final String NULL = "23502";
    private static final String CHECK = "23514";
    private static final String CHECK_H2 = "23513";
    private static final String EXCLUSION = "23P01";
    private static final String TOO_LARGE = "54000";

    /** H2: {@code column "NAME CHARACTER VARYING(3)"}, {@code column "NAME"}; PostgreSQL: {@code column "name"}. */
    private static final Pattern COLUMN = Pattern.compile("(?i)column \"([^\" ]+)");

    static <T extends Record> Refusals of(Resource<T, ?> resource, SqlTable<T> table) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Column<T, ?> column : resource.columns()) {
            columns.put(plain(table.column(column)), column.name());
        }
        return new Refusals(resource.name(), columns);
    }

    /** Returns what the failure of a write means, whether the row or the database is at fault. */
    DovetailException write(SQLException e) {
        return write(e, null);
    }

    /**
     * Does as {@link #write(SQLException)}; if an index holds no such long texts, the one too long is told if it is
     * known.
     */
    DovetailException write(SQLException e, @Nullable String tooLong) {
        Violation violation = of(e, tooLong);
        return violation == null ? SqlFailures.general(e) : new DovetailException(List.of(violation), e);
    }

    /** Returns what is wrong with a row; null if it is the database that failed. */
    private @Nullable Violation of(SQLException e, @Nullable String tooLong) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        if (state.equals(NULL)) {
            Path path = path(column(message));
            return path.isWhole()
                    ? Errors.invalid(resource, path, "check", Details.none(), "the database wants more than is given")
                    : Errors.nullValue(resource, path);
        } else if (state.equals(CHECK) || state.equals(CHECK_H2)) {
            String name = SqlFailures.Constraint.of(e).name();
            return Errors.invalid(
                    resource, path(named(name)), "check", Details.none(), "refused by a check of the database");
        } else if (state.equals(EXCLUSION)) {
            return Errors.alreadyExists(resource, Details.none());
        } else if (state.equals(TOO_LARGE)) {
            return Errors.doesNotFit(
                    resource, path(tooLong == null ? named(message) : tooLong), "a shorter text, for its index");
        } else if (state.startsWith("22")) {
            return Errors.doesNotFit(resource, path(column(message)), "what its column holds");
        }
        return isTrigger(state)
                ? Errors.notPermitted(resource, "A rule of the database refuses it.", Details.none())
                : null;
    }

    /** PostgreSQL's {@code raise exception} and the class for conditions of the application's own. */
    private static boolean isTrigger(String state) {
        return state.equals("P0001") || state.startsWith("45");
    }

    private @Nullable String column(String message) {
        Matcher column = COLUMN.matcher(message);
        return column.find() ? columns.get(plain(column.group(1))) : null;
    }

    /** Returns the only column whose name is in the name of a constraint or index. */
    private @Nullable String named(String constraint) {
        String words = "_" + constraint.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + "_";
        List<String> in = columns.keySet().stream()
                .filter(column -> words.contains("_" + column + "_"))
                .toList();
        return in.size() == 1 ? columns.get(in.get(0)) : null;
    }

    private static String plain(String column) {
        return column.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private static Path path(@Nullable String component) {
        return component == null ? Path.whole() : Path.of(component);
    }
}
