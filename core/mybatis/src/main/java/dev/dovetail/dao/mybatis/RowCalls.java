package dev.dovetail.dao.mybatis;

import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the calls that write rows of one table, their values bound, and reads rows. Immutable. */
final class RowCalls<T extends Record, K> {
    private final Resource<T, K> resource;
    private final TableTexts<T> texts;
    private final ExtraColumns<T> beside;
    private final List<ColumnType> types;
    private final ColumnType keyType;
    private final @Nullable Column<T, ?> version;
    private final DatabaseSchema schema;
    private final List<Path> paths;

    RowCalls(Resource<T, K> resource, TableTexts<T> texts, ExtraColumns<T> beside, DatabaseSchema schema) {
        this.resource = resource;
        this.texts = texts;
        this.beside = beside;
        this.types =
                resource.columns().stream().map(column -> schema.type(column)).toList();
        this.keyType = types.get(resource.key().index());
        this.version = resource.version().orElse(null);
        this.schema = schema;
        this.paths = resource.columns().stream()
                .map(column -> Path.of(column.name()))
                .toList();
    }

    List<ColumnType> types() {
        return types;
    }

    ColumnType keyType() {
        return keyType;
    }

    /** Returns the row whose columns begin at a place of the current row. */
    T read(CurrentRow row, int first) throws SQLException {
        @Nullable Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.read(types.get(i), first + i);
        }
        return resource.construct(values);
    }

    /**
     * Returns a row with what the table will keep of its values.
     *
     * @throws dev.dovetail.error.DovetailException with the path of each value that a column cannot keep as it is
     */
    T fitted(T row) {
        @Nullable Object[] values = resource.values(row);
        return fit(values) ? resource.construct(values) : row;
    }

    /** Puts what the table will keep in the place of each value, and returns whether one is another now. */
    private boolean fit(@Nullable Object[] values) {
        List<ColumnBounds> bounds = schema.bounds(resource);
        Violations violations = new Violations();
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                Object fitted = types.get(i).stored().apply(value);
                values[i] = bounds.isEmpty()
                        ? fitted
                        : bounds.get(i).fitted(fitted, resource.name(), paths.get(i), violations);
                changed |= !value.equals(values[i]);
            }
        }
        violations.throwIfAny();
        return changed;
    }

    /** Returns the values of a new row as they will be read back. */
    @Nullable
    Object[] created(T row) {
        return stored(row, 1);
    }

    /** Returns the values of a row that replaces another as they will be read back. */
    @Nullable
    Object[] replacing(T before, T after) {
        Number given = version(before);
        return stored(after, given == null ? 0 : given.longValue() + 1);
    }

    private @Nullable Object[] stored(T row, long count) {
        @Nullable Object[] values = resource.values(row);
        fit(values);
        if (version != null) {
            values[version.index()] = types.get(version.index()).javaType().equals(Integer.class)
                    ? (Object) Math.toIntExact(count)
                    : (Object) count;
        }
        return values;
    }

    /** Returns the version of a row as it was read; null if the resource has none. */
    @Nullable
    Number version(T row) {
        return version == null ? null : (Number) Objects.requireNonNull(version.get(row));
    }

    /** Returns whether the database generates the key of a row. */
    boolean generates(T row) {
        return resource.keyGenerated() && !texts.keyGiven(row);
    }

    /** Returns the insertion of a row. */
    Call<?> insert(@Nullable Object[] values, boolean generated) {
        Call<?> call = Call.of(generated ? texts.insertGenerating() : texts.insert());
        bind(call, values, !generated);
        return call;
    }

    /** Returns the insertion of a row unless its key is there. */
    Call<?> insertIfAbsent(@Nullable Object[] values) {
        Call<?> call = Call.of(texts.insertIfAbsent());
        bind(call, values, true);
        return call;
    }

    /** Returns the update of a row. */
    Call<?> update(T before, @Nullable Object[] values) {
        Call<?> call = Call.of(texts.update());
        bind(call, values, false);
        call.with(keyType, resource.keyOf(before));
        if (version != null) {
            call.with(types.get(version.index()), version(before));
        }
        return call;
    }

    private void bind(Call<?> call, @Nullable Object[] values, boolean withKey) {
        for (Column<T, ?> column : resource.columns()) {
            if (withKey || !column.equals(resource.key())) {
                call.with(types.get(column.index()), values[column.index()]);
            }
        }
        beside.bind(call, values);
    }

    /** Returns the deletion of a row. */
    Call<?> delete(K key) {
        return Call.of(texts.delete()).with(keyType, key);
    }

    /** Returns the row that values are of, its key the one that a call has generated if it has. */
    T row(@Nullable Object[] values, Call<?> call) {
        if (call.generated() != null) {
            values[resource.key().index()] = call.generated();
        }
        return resource.construct(values);
    }
}
