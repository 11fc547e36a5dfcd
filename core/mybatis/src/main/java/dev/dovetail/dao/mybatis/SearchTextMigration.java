package dev.dovetail.dao.mybatis;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.query.Cursor;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.query.Total;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;

/**
 * Gives a table the column of search texts: makes it, fills it for the rows that are there, and indexes it.
 *
 * <p>The texts are normalised by {@link dev.dovetail.query.SearchText}, in Java, so that all stores agree on them; no
 * SQL script can fill the column. On PostgreSQL it is indexed by trigrams, which find a substring of three characters
 * or more without reading the table (extension {@code pg_trgm}, PostgreSQL's documentation, appendix F); H2 has no such
 * index.
 *
 * <p>Got from {@link MyBatisStore#searchTextMigration}. To be run when the table is new to Dovetail, or its search
 * columns have changed; may be run again and beside a running application. Thread-safe.
 *
 * @since 0.1
 */
public final class SearchTextMigration {
    private static final int ROWS_AT_ONCE = 1_000;

    private final DataSource dataSource;
    private final Filling<?, ?> filling;
    private final List<String> column;
    private final List<String> index;

    private SearchTextMigration(DataSource dataSource, Filling<?, ?> filling, List<String> column, List<String> index) {
        this.dataSource = dataSource;
        this.filling = filling;
        this.column = column;
        this.index = index;
    }

    static <T extends Record, K> SearchTextMigration of(
            MyBatisStore store, DataSource dataSource, Resource<T, K> resource, SqlTable<T> table) {
        String text = table.searchText();
        if (text == null) {
            throw new IllegalArgumentException(
                    resource
                            + ": nothing of it is searched, or its table keeps no search texts (SqlTable.Builder.noSearchText)");
        }
        List<String> index = store.dialect() == Dialect.POSTGRESQL
                ? List.of(
                        "create extension if not exists pg_trgm",
                        "create index if not exists " + indexName(table.name(), text) + " on " + table.name()
                                + " using gin (" + text + " gin_trgm_ops)")
                : List.of();
        return new SearchTextMigration(
                dataSource,
                new Filling<>(store, resource, table),
                List.of("alter table " + table.name() + " add column if not exists " + text + " varchar"),
                index);
    }

    private static String indexName(String table, String column) {
        return (table.substring(table.lastIndexOf('.') + 1) + "_" + column + "_trgm").replace("\"", "");
    }

    /**
     * Returns the DDL, for a tool that migrates the tables: the column first, then what indexes it. The rows that are
     * there must still be filled, by {@link #fill()}.
     */
    public List<String> statements() {
        List<String> all = new ArrayList<>(column);
        all.addAll(index);
        return all;
    }

    /**
     * Makes the column, fills it and indexes it.
     *
     * @return how many rows had another text
     * @throws dev.dovetail.error.DovetailException if the database refuses, for want of a right or of the extension
     */
    public long run() {
        execute(column);
        long filled = fill();
        execute(index);
        return filled;
    }

    /**
     * Fills the column where it differs from what it should hold, 1,000 rows in each transaction, locked for that time.
     *
     * @return how many rows had another text
     */
    public long fill() {
        return filling.run();
    }

    private void execute(List<String> statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String ddl : statements) {
                statement.execute(ddl);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw SqlFailures.general(e);
        }
    }

    /** Fills the column of one table. */
    private static final class Filling<T extends Record, K> {
        private static final CallContext CALL = CallContext.of(Scope.all());

        private final MyBatisStore store;
        private final Resource<T, K> resource;
        private final String update;
        private final UnitOfWork units;

        Filling(MyBatisStore store, Resource<T, K> resource, SqlTable<T> table) {
            this.store = store;
            this.resource = resource;
            String text = Objects.requireNonNull(table.searchText());
            this.update = "update " + table.name() + " set " + text + " = ? where " + table.column(resource.key())
                    + " = ? and " + text + " is distinct from ?";
            this.units = new UnitOfWork(store, store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
        }

        long run() {
            MappedStatement statement = store.sessions()
                    .configuration()
                    .change(resource.collection() + ".searchText", SqlCommandType.UPDATE);
            Search<T> page = Search.<T>all().limit(ROWS_AT_ONCE).total(Total.SKIPPED);
            long filled = 0;
            Optional<Cursor> next = Optional.empty();
            do {
                Search<T> wanted = next.map(page::after).orElse(page);
                Page<T> rows = store.dao(resource).search(wanted);
                filled += units.call(CALL, unit -> fill(rows.items(), statement));
                next = rows.next();
            } while (next.isPresent());
            return filled;
        }

        private long fill(List<T> rows, MappedStatement statement) {
            Column<T, K> key = resource.key();
            ColumnType keyType = store.schema().type(key);
            List<K> keys = rows.stream().map(resource::keyOf).toList();
            List<Call<?>> calls = new ArrayList<>();
            for (T row : store.dao(resource).lockAll(keys)) {
                String text = store.searchText(resource, row).orElse(null);
                calls.add(Call.of(update)
                        .with(ColumnType.STRING, text)
                        .with(keyType, resource.keyOf(row))
                        .with(ColumnType.STRING, text));
            }
            long changed = 0;
            for (int count : store.sessions().inUnit().updateAll(statement, calls, (i, e) -> SqlFailures.general(e))) {
                changed += count;
            }
            return changed;
        }
    }
}
