package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.Dao;
import dev.dovetail.error.Errors;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of one resource in a table. */
final class SqlDao<T extends Record, K> implements Dao<T, K> {
    private final Sessions sessions;
    private final Resource<T, K> resource;
    private final SqlTable<T> table;
    private final TableTexts<T> texts;
    private final Conditions<T> conditions;
    private final Beside<T> beside;
    private final TableFailures<T, K> failures;
    private final GivenKeys<T> givenKeys;
    private final List<ColumnType> types;
    private final ColumnType keyType;
    private final @Nullable Column<T, ?> version;
    private final MappedStatement find;
    private final MappedStatement search;
    private final MappedStatement count;
    private final MappedStatement insert;
    private final MappedStatement insertGenerating;
    private final MappedStatement update;
    private final MappedStatement delete;

    SqlDao(Sessions sessions, Resource<T, K> resource, SqlTable<T> table, Schema schema) {
        this.sessions = sessions;
        this.resource = resource;
        this.table = table;
        this.types =
                resource.columns().stream().map(column -> schema.type(column)).toList();
        this.keyType = types.get(resource.key().index());
        this.version = resource.version().orElse(null);
        this.texts = new TableTexts<>(resource, table, schema.dialect());
        this.conditions = new Conditions<>(resource, table, schema);
        this.beside = new Beside<>(resource, table, schema, conditions);
        this.failures = new TableFailures<>(resource, table, schema);
        this.givenKeys = new GivenKeys<>(sessions, resource, table, schema.dialect());
        StoreConfiguration configuration = sessions.configuration();
        String name = resource.collection() + ".";
        this.find = configuration.select(name + "find");
        this.search = configuration.select(name + "search");
        this.count = configuration.select(name + "count");
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
        return read(rows, 1);
    }

    /** Returns the row whose columns begin at a place of the current row. */
    T read(ResultSet rows, int first) throws SQLException {
        @Nullable Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = types.get(i).read(rows, first + i);
        }
        return resource.construct(values);
    }

    /** Returns the columns of a row, in order, for a join. */
    String columns(String alias) {
        return resource.columns().stream()
                .map(column -> alias + "." + table.column(column))
                .collect(Collectors.joining(", "));
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
        Conditions.in(texts.key(), keyType, known, call);
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
        int limit = wanted.limit().orElse(-1);
        if (limit == 0) {
            return new Page<>(List.of(), count(wanted));
        }
        Call<?> call = Call.starting(texts.select());
        conditions.where(wanted, call);
        conditions.orderBy(wanted.order(), call);
        if (limit > 0) {
            call.append(" limit ?").with(ColumnType.INTEGER, limit);
        }
        if (wanted.offset() > 0) {
            call.append(" offset ?").with(ColumnType.LONG, wanted.offset());
        }
        List<T> items = sessions.select(search, call.reading(this::read));
        boolean last = limit < 0 || items.size() < limit;
        boolean known = last && (wanted.offset() == 0 || !items.isEmpty());
        return new Page<>(items, known ? wanted.offset() + items.size() : count(wanted));
    }

    private long count(Search<T> wanted) {
        Call<?> call = Call.starting(texts.count());
        conditions.where(wanted, call);
        return Objects.requireNonNull(sessions.selectOne(count, call.reading(rows -> rows.getLong(1))));
    }

    @Override
    public T create(T row) {
        SqlTransaction unit = sessions.inUnit();
        @Nullable Object[] values = stored(row, 1);
        boolean generated = resource.keyGenerated() && !texts.keyGiven(row);
        Call<?> call = Call.of(generated ? texts.insertGenerating() : texts.insert());
        for (Column<T, ?> column : resource.columns()) {
            if (!generated || !column.equals(resource.key())) {
                call.with(types.get(column.index()), values[column.index()]);
            }
        }
        beside.bind(call, values);
        unit.update(generated ? insertGenerating : insert, call, e -> failures.writing(resource.construct(values), e));
        if (generated) {
            values[resource.key().index()] = call.generated();
        } else if (resource.keyGenerated()) {
            givenKeys.passed(((Number) resource.keyOf(row)).longValue());
        }
        return resource.construct(values);
    }

    @Override
    public T createIfAbsent(T row) {
        SqlTransaction unit = sessions.inUnit();
        K key = resource.keyOf(row);
        Optional<T> present = find(key);
        if (present.isPresent()) {
            return present.get();
        }
        @Nullable Object[] values = stored(row, 1);
        Call<?> call = Call.of(texts.insertIfAbsent());
        for (int i = 0; i < values.length; i++) {
            call.with(types.get(i), values[i]);
        }
        beside.bind(call, values);
        T stored = resource.construct(values);
        if (unit.insertIfAbsent(insert, call, texts.mayFail(), e -> failures.writing(stored, e))) {
            return stored;
        }
        return find(key).orElseGet(() -> create(row));
    }

    /** Returns the values of a row as they will be read back. */
    private @Nullable Object[] stored(T row, long count) {
        @Nullable Object[] values = resource.values(row);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                values[i] = types.get(i).stored().apply(value);
            }
        }
        if (version != null) {
            values[version.index()] = types.get(version.index()).javaType().equals(Integer.class)
                    ? (Object) Math.toIntExact(count)
                    : (Object) count;
        }
        return values;
    }

    @Override
    public T update(T before, T after) {
        SqlTransaction unit = sessions.inUnit();
        K key = resource.keyOf(before);
        Number given = version == null ? null : (Number) Objects.requireNonNull(version.get(before));
        @Nullable Object[] values = stored(after, given == null ? 0 : given.longValue() + 1);
        Call<?> call = Call.of(texts.update());
        for (Column<T, ?> column : resource.columns()) {
            if (!column.equals(resource.key())) {
                call.with(types.get(column.index()), values[column.index()]);
            }
        }
        beside.bind(call, values);
        call.with(keyType, key);
        if (version != null) {
            call.with(types.get(version.index()), given);
        }
        T stored = resource.construct(values);
        if (unit.update(update, call, e -> failures.writing(stored, e)) == 0) {
            throw gone(key, given).toException();
        }
        return stored;
    }

    private dev.dovetail.error.Violation gone(K key, @Nullable Number given) {
        T present = find(key).orElse(null);
        return present == null || version == null || given == null
                ? resource.notFound(key)
                : Errors.staleVersion(resource.name(), given, Objects.requireNonNull(version.get(present)));
    }

    @Override
    public void delete(K key) {
        SqlTransaction unit = sessions.inUnit();
        if (texts.holds(key)) {
            unit.update(delete, Call.of(texts.delete()).with(keyType, key), e -> failures.deleting(key, e));
        }
    }
}
