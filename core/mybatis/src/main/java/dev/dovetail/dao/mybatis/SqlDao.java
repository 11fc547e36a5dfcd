package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Read;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of one resource in a table. */
final class SqlDao<T extends Record, K> implements Dao<T, K> {
    private static final int ATTEMPTS = 3;

    private final Sessions sessions;
    private final Resource<T, K> resource;
    private final SqlTable<T> table;
    private final TableTexts<T> texts;
    private final SqlConditions<T> conditions;
    private final TableFailures<T, K> failures;
    private final GivenKeys<T> givenKeys;
    private final RowCalls<T, K> calls;
    private final SqlSearch<T> searches;
    private final ColumnType keyType;
    private final List<SqlRead.Selected> columns;
    private final List<SqlRead.Selected> joined;
    private final MappedStatement find;
    private final MappedStatement search;
    private final MappedStatement insert;
    private final MappedStatement insertGenerating;
    private final MappedStatement update;
    private final MappedStatement delete;

    SqlDao(Sessions sessions, Resource<T, K> resource, SqlTable<T> table, DatabaseSchema schema) {
        this.sessions = sessions;
        this.resource = resource;
        this.table = table;
        this.texts = new TableTexts<>(resource, table, schema.dialect());
        this.conditions = new SqlConditions<>(resource, table, schema);
        this.calls = new RowCalls<>(resource, texts, new ExtraColumns<>(resource, table, schema, conditions), schema);
        this.keyType = calls.keyType();
        this.columns = columns("");
        this.joined = columns("r.");
        this.failures = new TableFailures<>(resource, table, schema);
        this.givenKeys = new GivenKeys<>(sessions, resource, table, schema.dialect());
        StoreConfiguration configuration = sessions.configuration();
        String name = resource.collection() + ".";
        this.find = configuration.select(name + "find");
        this.search = configuration.select(name + "search");
        this.searches = new SqlSearch<>(
                sessions,
                resource,
                new SqlSearch.Statements<>(texts, conditions, schema.dialect(), search),
                this::read);
        this.insert = configuration.change(name + "insert", SqlCommandType.INSERT);
        this.insertGenerating = configuration.insertGenerating(
                name + "insert", table.column(resource.key()).replace("\"", ""), keyType);
        this.update = configuration.change(name + "update", SqlCommandType.UPDATE);
        this.delete = configuration.change(name + "delete", SqlCommandType.DELETE);
    }

    @Override
    public Resource<T, K> resource() {
        return resource;
    }

    private T read(ResultSet rows) throws SQLException {
        return read(CurrentRow.of(rows), 1);
    }

    /** Returns the row whose columns begin at a place of the current row. */
    T read(CurrentRow row, int first) throws SQLException {
        return calls.read(row, first);
    }

    private List<SqlRead.Selected> columns(String prefix) {
        return resource.columns().stream()
                .map(column -> SqlRead.Selected.of(
                        prefix + table.column(column), calls.types().get(column.index())))
                .toList();
    }

    /** Returns the columns of a row, in order, of the table named r. */
    List<SqlRead.Selected> joined() {
        return joined;
    }

    /** Returns what a join names. */
    SqlTable<T> table() {
        return table;
    }

    @Override
    public Optional<T> find(K key) {
        return one(Call.of(texts.find()).with(keyType, key), key);
    }

    @Override
    public Optional<T> lock(K key) {
        sessions.inUnit();
        return one(Call.of(texts.lock()).with(keyType, key), key);
    }

    @Override
    public Optional<T> hold(K key) {
        sessions.inUnit();
        return one(Call.of(texts.hold()).with(keyType, key), key);
    }

    private Optional<T> one(Call<?> call, K key) {
        return texts.holds(key)
                ? Optional.ofNullable(sessions.selectOne(find, call.reading(this::read)))
                : Optional.empty();
    }

    @Override
    public List<T> findAll(Collection<K> keys) {
        return all(new HashSet<>(keys), "");
    }

    @Override
    public List<T> lockAll(Collection<K> keys) {
        sessions.inUnit();
        return all(new TreeSet<>(keys), texts.lockingInOrder());
    }

    private List<T> all(Set<K> keys, String suffix) {
        List<K> known = keys.stream().filter(texts::holds).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        Call<?> call = Call.starting(texts.select()).append(" where ");
        SqlConditions.in(texts.key(), keyType, known, call);
        return sessions.select(find, call.append(suffix).reading(this::read));
    }

    @Override
    public Optional<T> findBy(Criterion<T> criterion) {
        Call<?> call = Call.starting(texts.select());
        conditions.where(Search.where(criterion), call);
        if (!isUnique(criterion)) {
            call.append(" order by ").append(texts.key()).append(" limit 1");
        }
        return Optional.ofNullable(sessions.selectOne(search, call.reading(this::read)));
    }

    /** Returns whether at most one row can match, so that no order is needed. */
    private boolean isUnique(Criterion<T> criterion) {
        Set<Expression<T, ?>> exact = new HashSet<>();
        Set<Expression<T, ?>> equal = new HashSet<>();
        for (Criterion<T> part : criterion instanceof Criterion.And<T> and ? and.criteria() : List.of(criterion)) {
            if (part instanceof Criterion.Equal<T> one) {
                equal.add(one.expression());
                if (!one.ignoreCase()) {
                    exact.add(one.expression());
                }
            }
        }
        for (Unique<T> unique : resource.uniques()) {
            if ((unique.ignoreCase() ? equal : exact).containsAll(unique.columns())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Page<T> search(Search<T> wanted) {
        return searches.page(wanted);
    }

    @Override
    public Read<List<T>> rows(Criterion<T> criterion) {
        return new SqlRead<>(
                sessions.union(),
                new SqlRead.Select(
                        columns,
                        call -> {
                            call.append(" from ").append(table.name());
                            conditions.where(Search.where(criterion), call);
                        },
                        ""),
                row -> read(row, 1),
                rows -> rows);
    }

    @Override
    public T fitted(T row) {
        return calls.fitted(row);
    }

    @Override
    public T create(T row) {
        SqlTransaction unit = sessions.inUnit().writing(this);
        @Nullable Object[] values = calls.created(row);
        boolean generated = calls.generates(row);
        if (!generated && resource.keyGenerated()) {
            unit.commitApart();
        }
        Call<?> call = calls.insert(values, generated);
        unit.update(generated ? insertGenerating : insert, call, e -> failures.writing(resource.construct(values), e));
        if (!generated && resource.keyGenerated()) {
            givenKeys.passed(((Number) resource.keyOf(row)).longValue());
        }
        return calls.row(values, call);
    }

    @Override
    public List<T> createAll(List<T> rows) {
        sessions.inUnit();
        List<@Nullable T> stored = new ArrayList<>(Collections.nCopies(rows.size(), null));
        long highest = Long.MIN_VALUE;
        for (boolean generated : List.of(true, false)) {
            List<Integer> indexes = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (calls.generates(rows.get(i)) == generated) {
                    indexes.add(i);
                }
            }
            createAll(rows, indexes, stored);
            for (int i : generated || !resource.keyGenerated() ? List.<Integer>of() : indexes) {
                highest = Math.max(highest, ((Number) resource.keyOf(rows.get(i))).longValue());
            }
        }
        if (highest > Long.MIN_VALUE) {
            givenKeys.passed(highest);
        }
        return stored.stream().map(Objects::requireNonNull).toList();
    }

    /** Adds those rows that are at these indexes, all with generated keys or all with given ones. */
    private void createAll(List<T> rows, List<Integer> indexes, List<@Nullable T> stored) {
        if (indexes.isEmpty()) {
            return;
        }
        boolean generated = calls.generates(rows.get(indexes.get(0)));
        List<@Nullable Object[]> values = new ArrayList<>();
        List<Call<?>> inserts = new ArrayList<>();
        for (int i : indexes) {
            @Nullable Object[] row = calls.created(rows.get(i));
            values.add(row);
            inserts.add(calls.insert(row, generated));
        }
        sessions.inUnit()
                .updateAll(
                        generated ? insertGenerating : insert,
                        inserts,
                        (i, e) -> i < 0
                                ? failures.writingSome(e)
                                : failures.writing(resource.construct(values.get(i)), e)
                                        .at(indexes.get(i)));
        for (int i = 0; i < indexes.size(); i++) {
            stored.set(indexes.get(i), calls.row(values.get(i), inserts.get(i)));
        }
    }

    @Override
    public T createIfAbsent(T row) {
        SqlTransaction unit = sessions.inUnit();
        K key = resource.keyOf(row);
        Optional<T> present = find(key);
        if (present.isPresent()) {
            return present.get();
        }
        @Nullable Object[] values = calls.created(row);
        T stored = resource.construct(values);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) { // what is in the way may be deleted before it is found
            if (unit.insertIfAbsent(
                    insert, calls.insertIfAbsent(values), texts.mayFail(), e -> failures.writing(stored, e))) {
                return stored;
            }
            present = find(key);
            if (present.isPresent()) {
                return present.get();
            }
        }
        throw Errors.technical(
                ErrorKind.CONFLICT,
                "a row of " + resource.collection() + " is added and deleted by others all the time; try again",
                null);
    }

    @Override
    public T update(T before, T after) {
        SqlTransaction unit = sessions.inUnit().writing(this);
        unit.commitApartIfChanged(); // as the row may turn out to be gone
        @Nullable Object[] values = calls.replacing(before, after);
        T stored = resource.construct(values);
        if (unit.update(update, calls.update(before, values), e -> failures.writing(stored, e)) == 0) {
            throw gone(before).toException();
        }
        return stored;
    }

    @Override
    public List<T> updateAll(List<T> before, List<T> after) {
        List<T> stored = new ArrayList<>(after.size());
        List<Call<?>> updates = new ArrayList<>(after.size());
        for (int i = 0; i < after.size(); i++) {
            @Nullable Object[] values = calls.replacing(before.get(i), after.get(i));
            stored.add(resource.construct(values));
            updates.add(calls.update(before.get(i), values));
        }
        int[] changed = sessions.inUnit()
                .updateAll(
                        update,
                        updates,
                        (i, e) -> i < 0
                                ? failures.writingSome(e)
                                : failures.writing(stored.get(i), e).at(i));
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                throw gone(before.get(i)).at(i).toException();
            }
        }
        return stored;
    }

    private Violation gone(T before) {
        K key = resource.keyOf(before);
        Number given = calls.version(before);
        T present = find(key).orElse(null);
        return present == null || given == null
                ? resource.notFound(key)
                : Errors.staleVersion(resource.name(), given, Objects.requireNonNull(calls.version(present)));
    }

    @Override
    public void delete(K key) {
        SqlTransaction unit = sessions.inUnit().writing(this);
        if (texts.holds(key)) {
            unit.update(delete, calls.delete(key), e -> failures.deleting(key, e));
        }
    }

    @Override
    public void deleteAll(List<K> keys) {
        List<K> held = keys.stream().filter(texts::holds).toList();
        sessions.inUnit()
                .updateAll(
                        delete,
                        held.stream().map(calls::delete).toList(),
                        (i, e) -> i < 0
                                ? failures.writingSome(e)
                                : failures.deleting(held.get(i), e).at(keys.indexOf(held.get(i))));
    }
}
