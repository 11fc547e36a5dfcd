package dev.dovetail.dao.mybatis;

import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds what is kept beside the columns of a row: values made from it, and the search text. Immutable. */
final class ExtraColumns<T extends Record> {
    private record Kept<T>(Derivation.Own<T, ?> own, ColumnType type) {}

    private final Resource<T, ?> resource;
    private final SqlConditions<T> conditions;
    private final boolean searchText;
    private final List<Kept<T>> kept = new ArrayList<>();

    ExtraColumns(Resource<T, ?> resource, SqlTable<T> table, DatabaseSchema schema, SqlConditions<T> conditions) {
        this.resource = resource;
        this.conditions = conditions;
        this.searchText = table.searchText() != null;
        for (Derivation.Own<T, ?> own : table.stored().keySet()) {
            kept.add(new Kept<>(own, ColumnType.of(own.name(), own.type(), schema.dialect())));
        }
    }

    /** Binds in the order in which {@link TableTexts} names the columns. */
    void bind(Call<?> call, @Nullable Object[] values) {
        if (!kept.isEmpty()) {
            T row = resource.construct(values);
            kept.forEach(each -> call.with(each.type(), each.own().function().apply(row)));
        }
        if (searchText) {
            call.with(ColumnType.STRING, conditions.searchText(values));
        }
    }
}
