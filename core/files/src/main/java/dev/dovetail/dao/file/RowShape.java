package dev.dovetail.dao.file;

import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says what a record consists of: a row, or what a link carries.
 *
 * @param absent tells what a column has that is not written
 * @param construct makes a record from the values in the order of the columns
 */
record RowShape<T extends Record>(
        String name,
        List<Column<T, ?>> columns,
        Function<Column<T, ?>, @Nullable Object> absent,
        Function<@Nullable Object[], T> construct) {

    static <T extends Record> RowShape<T> of(Resource<T, ?> resource) {
        return new RowShape<>(
                resource.name(), resource.columns(), column -> absent(resource, column), resource::construct);
    }

    static <A extends Record> RowShape<A> of(Attributes<A> attributes) {
        return new RowShape<>(
                attributes.model().getSimpleName(),
                attributes.columns(),
                column -> column.get(attributes.defaults()),
                attributes::construct);
    }

    /** A column that is new in the description is not in files that are there. */
    private static <T extends Record> @Nullable Object absent(Resource<T, ?> resource, Column<T, ?> column) {
        if (column.equals(resource.version().orElse(null))) {
            boolean isInt = column.type() == int.class || column.type() == Integer.class;
            return isInt ? (Object) 1 : (Object) 1L;
        }
        return resource.defaultValue(column);
    }
}
