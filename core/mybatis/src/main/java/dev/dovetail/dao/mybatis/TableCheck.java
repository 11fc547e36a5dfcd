package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database whether a table has everything that its DAO reads, writes, searches and sorts by. Immutable.
 *
 * @param owner what is kept in the table
 */
record TableCheck(String owner, String table, List<Part> parts) {
    private static final Logger LOG = LoggerFactory.getLogger(MyBatisStore.class);

    /** Names something to select, and what it is. */
    private record Part(String sql, String what) {}

    /**
     * Checks the tables of these descriptions, each by one statement if it is sound. A database that does not answer is
     * left unchecked: it may be there by the first call.
     *
     * @throws IllegalStateException with everything that is missing
     */
    static void all(Collection<?> descriptions, Sessions sessions, DatabaseSchema schema) {
        List<String> faults = new ArrayList<>();
        try (Probe probe = sessions.probe()) {
            for (Object description : descriptions) {
                TableCheck check = description instanceof Resource<?, ?> resource
                        ? of(resource, schema)
                        : of((Association<?, ?, ?, ?>) description, schema);
                List<ColumnBounds> bounds = probe.bounds(check.select(), schema.dialect());
                if (bounds == null) {
                    faults.addAll(check.missing(probe));
                } else if (description instanceof Resource<?, ?> resource) {
                    faults.addAll(check.losses(resource, bounds));
                    schema.learn(resource, bounds);
                }
            }
        } catch (SQLException e) {
            LOG.warn(
                    "The tables could not be checked: {}",
                    SqlFailures.general(e).getMessage());
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the database lacks what the descriptions need:\n  "
                    + faults.stream().sorted().collect(Collectors.joining(";\n  "))
                    + ";\ncreate it, or tell the store's builder its name: table(..) of a resource, links(..) of an"
                    + " association");
        }
    }

    /** Returns the columns that would change values; the first parts are the columns of the resource. */
    private List<String> losses(Resource<?, ?> resource, List<ColumnBounds> bounds) {
        List<String> faults = new ArrayList<>();
        for (Column<?, ?> column : resource.columns()) {
            String loses = bounds.get(column.index()).loses(column.type());
            if (loses != null) {
                faults.add(owner + ": table " + table + ": "
                        + parts.get(column.index()).what() + ": " + loses);
            }
        }
        return faults;
    }

    private static <T extends Record> TableCheck of(Resource<T, ?> resource, DatabaseSchema schema) {
        SqlTable<T> table = schema.tables().of(resource);
        List<Part> parts = new ArrayList<>();
        for (Column<T, ?> column : resource.columns()) {
            parts.add(column(table.column(column), ""));
        }
        table.stored().forEach((own, column) -> parts.add(column(column, ", which keeps derived value " + own.name())));
        if (table.searchText() != null) {
            parts.add(column(table.searchText(), ", which keeps the texts searched"));
        }
        Set<Expression<T, ?>> used = new LinkedHashSet<>(resource.searched());
        used.addAll(resource.filters());
        used.addAll(resource.sorts());
        used.add(resource.defaultSort());
        for (Expression<T, ?> expression : used) {
            if (expression instanceof Derived<T, ?> derived && !SqlTable.isOwn(derived)) {
                String value = new DerivationSql(schema.tables()).sql(derived, table);
                parts.add(new Part(value, "derived value " + derived.name()));
            }
        }
        return new TableCheck("resource " + resource.name(), table.name(), parts);
    }

    private static TableCheck of(Association<?, ?, ?, ?> association, DatabaseSchema schema) {
        SqlLinks links = schema.tables().of(association);
        List<Part> parts = new ArrayList<>(List.of(column(links.left(), ""), column(links.right(), "")));
        if (links.position() != null) {
            parts.add(column(links.position(), ", since it is ordered"));
        }
        if (links.sequence() != null) {
            parts.add(column(links.sequence(), ", which keeps the order of linking"));
        }
        links.attributes().forEach(attribute -> parts.add(column(attribute, ", which keeps an attribute")));
        return new TableCheck("association " + association.name(), links.name(), parts);
    }

    private static Part column(String name, String why) {
        return new Part(name, "column " + name + why);
    }

    /** Returns the select of all parts at once. */
    private String select() {
        return select(parts.stream().map(Part::sql).collect(Collectors.joining(", ")));
    }

    /** Returns what is missing, each part asked for by itself. */
    private List<String> missing(Probe probe) throws SQLException {
        List<String> faults = new ArrayList<>();
        SQLException none = probe.refusal(select("1"));
        if (none != null) {
            faults.add(fault("", none));
            return faults;
        }
        for (Part part : parts) {
            SQLException missing = probe.refusal(select(part.sql()));
            if (missing != null) {
                faults.add(fault(": " + part.what(), missing));
            }
        }
        return faults;
    }

    private String select(String what) {
        return "select " + what + " from " + table + " where 1 = 0";
    }

    private String fault(String part, SQLException e) {
        return owner + ": table " + table + part + ": " + said(e);
    }

    /** Returns what the database says, without its place in the statement or the statement. */
    private static String said(SQLException e) {
        String message = e.getMessage() == null ? "SQLState " + e.getSQLState() : e.getMessage();
        return message.lines().findFirst().orElse("").replace("; SQL statement:", "");
    }
}
