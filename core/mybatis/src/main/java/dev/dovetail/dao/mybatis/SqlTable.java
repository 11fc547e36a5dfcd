package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Accessor;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names the table and the columns that a resource is kept in. Immutable and thread-safe.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class SqlTable<T extends Record> {
    /**
     * A capital after a small letter or a digit, and the last one of several before a small letter: {@code
     * http_server_2_url}.
     */
    private static final Pattern WORD_ENDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private final String name;
    private final Map<Column<T, ?>, String> columns;
    private final @Nullable String searchText;
    private final Map<String, Unique<T>> constraints;
    private final Map<Derivation.Own<T, ?>, String> stored = new LinkedHashMap<>();

    private SqlTable(Builder<T> builder, Dialect dialect) {
        for (Derivation.Own<T, ?> own : builder.resource.stored()) {
            stored.put(own, dialect.identifier(snakeCase(own.name())));
        }
        this.name = builder.name;
        this.columns = Map.copyOf(builder.columns);
        this.searchText = builder.searchText;
        this.constraints = Map.copyOf(builder.constraints);
    }

    static <T extends Record> Builder<T> builder(Resource<T, ?> resource) {
        return new Builder<>(resource);
    }

    String name() {
        return name;
    }

    String column(Column<T, ?> column) {
        return Objects.requireNonNull(columns.get(column), column::toString);
    }

    /** Returns the columns of values that are made from the row alone and kept beside it. */
    Map<Derivation.Own<T, ?>, String> stored() {
        return stored;
    }

    /** Returns the column of a value that is made from the row alone. */
    String own(Derivation.Own<?, ?> own) {
        String column = stored.get(own);
        if (column == null) {
            throw new IllegalArgumentException("derived value " + own.name() + " of table " + name
                    + ": not kept beside its row (expected: Resource.Builder.stored)");
        }
        return column;
    }

    @Nullable
    String searchText() {
        return searchText;
    }

    /** Returns which unique a violated constraint guards: by columns, then by name, then the only one there is. */
    @Nullable
    Unique<T> unique(Resource<T, ?> resource, SqlFailures.Constraint constraint) {
        Unique<T> named = constraints.get(constraint.name().toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        Set<String> violated = new LinkedHashSet<>(constraint.columns());
        List<Unique<T>> uniques = resource.uniques();
        for (Unique<T> unique : uniques) {
            if (Set.copyOf(names(unique)).equals(violated)) {
                return unique;
            }
        }
        for (Unique<T> unique : uniques) {
            if (constraint.name().startsWith(name + "_" + String.join("_", names(unique)))) {
                return unique;
            }
        }
        if (constraint.name().equals(name + "_pkey")) {
            return uniques.get(0);
        }
        return uniques.size() == 2 ? uniques.get(1) : null;
    }

    private List<String> names(Unique<T> unique) {
        return unique.columns().stream()
                .map(column -> column(column).replace("\"", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns the column of this SQL name. */
    @Nullable
    Column<T, ?> columnOf(String sqlName) {
        for (Map.Entry<Column<T, ?>, String> entry : columns.entrySet()) {
            if (entry.getValue().replace("\"", "").equalsIgnoreCase(sqlName)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Returns whether an expression is made from the row alone, without being a column of it. */
    static boolean isOwn(Expression<?, ?> expression) {
        return expression instanceof Derived<?, ?> derived && derived.derivation() instanceof Derivation.Own<?, ?>;
    }

    /** Returns a camelCase name in snake_case: {@code maxMessages} max_messages, {@code SIPEndpoint} sip_endpoint. */
    static String snakeCase(String name) {
        return WORD_ENDS.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /**
     * Collects names that differ from the defaults. Names are written into statements as they are, those that are
     * reserved words quoted in lower case. Not thread-safe.
     *
     * @param <T> the model record
     */
    public static final class Builder<T extends Record> {
        private final Resource<T, ?> resource;
        private final Map<Column<T, ?>, String> columns = new LinkedHashMap<>();
        private final Map<String, Unique<T>> constraints = new HashMap<>();
        private String name;
        private @Nullable String searchText;

        private Builder(Resource<T, ?> resource) {
            this.resource = resource;
            this.name = resource.collection();
            this.searchText = resource.searched().isEmpty() ? null : "search_text";
            resource.columns().forEach(column -> columns.put(column, snakeCase(column.name())));
        }

        /** Names the table, with its schema if needed; the name of the collection unless called. */
        public Builder<T> name(String table) {
            this.name = table;
            return this;
        }

        /** Names the column of a component; the component's name in snake_case unless called. */
        public Builder<T> column(Accessor<T, ?> component, String column) {
            columns.put(resource.column(component), column);
            return this;
        }

        /** Names the column that keeps the normalised search texts; {@code search_text} unless called. */
        public Builder<T> searchText(String column) {
            this.searchText = column;
            return this;
        }

        /**
         * Says that no column keeps search texts. Searches then compare the columns themselves: they ignore the case as
         * the database knows it, and do not ignore accents.
         */
        public Builder<T> noSearchText() {
            this.searchText = null;
            return this;
        }

        /**
         * Names the constraint or unique index that guards a unique; needed only where its columns do not tell.
         *
         * @param together the components of the unique, as declared
         * @throws IllegalArgumentException if no such unique is declared
         */
        @SafeVarargs
        @SuppressWarnings("varargs") // the accessors are only read
        public final Builder<T> constraint(String constraint, Accessor<T, ?>... together) {
            List<Column<T, ?>> wanted = Stream.of(together)
                    .<Column<T, ?>>map(accessor -> resource.column(accessor))
                    .toList();
            Unique<T> unique = resource.uniques().stream()
                    .filter(each -> each.columns().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "constraint " + constraint + ": no unique of " + wanted + " is declared"));
            constraints.put(constraint.toLowerCase(Locale.ROOT), unique);
            return this;
        }

        SqlTable<T> build(Dialect dialect) {
            if (searchText == null && resource.searched().stream().anyMatch(SqlTable::isOwn)) {
                throw new IllegalArgumentException(
                        "table " + name + ": searched texts that are no columns need the column of search texts");
            }
            name = dialect.identifier(name);
            columns.replaceAll((column, sql) -> dialect.identifier(sql));
            return new SqlTable<>(this, dialect);
        }
    }
}
