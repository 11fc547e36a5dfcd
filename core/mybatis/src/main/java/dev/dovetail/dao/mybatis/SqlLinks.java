package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the table and the columns that the links of an association are kept in. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SqlLinks {
    private final String name;
    private final String left;
    private final String right;
    private final @Nullable String position;
    private final @Nullable String sequence;
    private final Map<Column<?, ?>, String> attributes = new LinkedHashMap<>();
    private final @Nullable Column<?, ?> sort;
    private final Dialect dialect;

    private SqlLinks(Builder builder, Dialect dialect) {
        this.dialect = dialect;
        builder.attributes.forEach((column, text) -> attributes.put(column, dialect.identifier(text)));
        this.sort = builder.sort;
        this.name = dialect.identifier(builder.name);
        this.left = dialect.identifier(builder.left);
        this.right = dialect.identifier(builder.right);
        this.position = builder.position == null ? null : dialect.identifier(builder.position);
        this.sequence = builder.sequence == null ? null : dialect.identifier(builder.sequence);
    }

    static Builder builder(Association<?, ?, ?, ?> association) {
        return new Builder(association);
    }

    String name() {
        return name;
    }

    String left() {
        return left;
    }

    String right() {
        return right;
    }

    @Nullable
    String position() {
        return position;
    }

    @Nullable
    String sequence() {
        return sequence;
    }

    /** Returns the columns of attributes, in the order of their record. */
    List<String> attributes() {
        return List.copyOf(attributes.values());
    }

    /** Returns what the rights of lefts are sorted by. */
    String rightOrder(String alias) {
        return alias + "." + left + ", " + orderOfRights(alias);
    }

    /** Returns what the rights of one left are sorted by, for a table of this alias. */
    String orderOfRights(String alias) {
        return sorted(alias) + (position == null ? "" : alias + "." + position + ", ") + alias + "."
                + (sequence == null ? right : sequence);
    }

    private String sorted(String alias) {
        if (sort == null) {
            return "";
        }
        boolean text = sort.type() == String.class || sort.type().isEnum();
        String column = alias + "." + attributes.get(sort);
        return (text ? dialect.byCodePoint(column) : column) + (sort.nullable() ? " nulls last, " : ", ");
    }

    /** Returns what the lefts of one right are sorted by, for a table of this alias. */
    String orderOfLefts(String alias) {
        return alias + "." + (sequence == null ? left : sequence);
    }

    /** Returns what the lefts of rights are sorted by. */
    String leftOrder(String alias) {
        return alias + "." + right + ", " + orderOfLefts(alias);
    }

    /** Collects names that differ from the defaults. Not thread-safe. */
    public static final class Builder {
        private String name;
        private String left;
        private String right;
        private @Nullable String position;
        private @Nullable String sequence = "id";
        private final Map<Column<?, ?>, String> attributes = new LinkedHashMap<>();
        private final @Nullable Column<?, ?> sort;

        private Builder(Association<?, ?, ?, ?> association) {
            this.name = association.name();
            this.left = column(association.left());
            String other = column(association.right());
            this.right = other.equals(left) ? "other_" + other : other;
            this.position = association.ordered() ? "position" : null;
            Attributes<?> carried = association.attributes();
            carried.columns().forEach(column -> attributes.put(column, SqlTable.snakeCase(column.name())));
            this.sort = carried.sort().orElse(null);
        }

        private static String column(Resource<?, ?> resource) {
            return SqlTable.snakeCase(resource.name()) + "_"
                    + SqlTable.snakeCase(resource.key().name());
        }

        /** Names the table, with its schema if needed; the name of the association unless called. */
        public Builder name(String table) {
            this.name = table;
            return this;
        }

        /** Names the column of the left key; {@code user_id} for the key id of User unless called. */
        public Builder left(String column) {
            this.left = column;
            return this;
        }

        /** Names the column of the right key; as for the left one, after {@code other_} if it is the same. */
        public Builder right(String column) {
            this.right = column;
            return this;
        }

        /** Names the column (integer) of an ordered association's order; {@code position} unless called. */
        public Builder position(String column) {
            this.position = column;
            return this;
        }

        /** Names the identity column that keeps the order of linking; {@code id} unless called. */
        public Builder sequence(String column) {
            this.sequence = column;
            return this;
        }

        /** Says that nothing keeps the order of linking: links come in the order of their keys. */
        public Builder noSequence() {
            this.sequence = null;
            return this;
        }

        /**
         * Names the column of an attribute; its own name in snake_case unless called.
         *
         * @throws IllegalArgumentException if links carry no such attribute
         */
        public Builder attribute(Column<?, ?> attribute, String column) {
            if (attributes.replace(attribute, column) == null) {
                throw new IllegalArgumentException(
                        attribute + ": not an attribute of the association of table " + name);
            }
            return this;
        }

        SqlLinks build(Dialect dialect) {
            return new SqlLinks(this, dialect);
        }
    }
}
