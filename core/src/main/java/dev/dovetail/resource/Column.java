package dev.dovetail.resource;

import dev.dovetail.value.ExactNumbers;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Describes one component of a model record.
 *
 * <p>A component is nullable if its type carries JSpecify's {@link Nullable}; every other one must have a value. Got
 * from {@link Resource#column(Accessor)}. Immutable and thread-safe.
 *
 * @param <T> the model record
 * @param <V> the component's type, boxed
 * @since 0.1
 */
public final class Column<T, V> implements Expression<T, V> {
    private final Class<T> model;
    private final RecordType.Component component;
    private final int index;
    private final boolean nullable;

    Column(Class<T> model, RecordType.Component component, int index) {
        this.model = model;
        this.component = component;
        this.index = index;
        this.nullable = component.nullable();
    }

    /** Returns the model record that the column belongs to. */
    public Class<T> model() {
        return model;
    }

    /** Returns the component's name, camelCase as in the record; {@code interface} for {@code interface_}. */
    @Override
    public String name() {
        return component.name();
    }

    /** Returns the position among the record's components, from 0. */
    public int index() {
        return index;
    }

    /** Returns the component's type; a primitive one as it is declared. */
    @Override
    public Class<?> type() {
        return component.type();
    }

    /** Returns the component's type with its type arguments. */
    public Type genericType() {
        return component.genericType();
    }

    /** Returns the component's type with the annotations on it and its arguments. */
    public AnnotatedType annotatedType() {
        return component.annotatedType();
    }

    /** Returns whether the component may be null. */
    public boolean nullable() {
        return nullable;
    }

    /** Returns the value in a record. */
    @SuppressWarnings("unchecked")
    public @Nullable V get(T row) {
        return (V) component.get(row);
    }

    /** Returns a value as text, as searches compare it: enums in lower case, numbers in decimal. */
    public static String text(Object value) {
        if (value instanceof BigDecimal number && ExactNumbers.fits(number)) {
            return number.toPlainString();
        }
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    @Override
    public String toString() {
        return model.getSimpleName() + "." + name();
    }
}
