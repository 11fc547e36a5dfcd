package dev.dovetail.resource;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says where the value of a {@link Derived} is found: a way over associations and references, and a value at its end.
 * Where there is no object on the way, the value is null. Immutable and thread-safe.
 *
 * @param <T> the model that the way starts at
 * @param <V> the type of the value
 * @since 0.1
 */
public sealed interface Derivation<T, V> {

    /** Makes the value, of this name and type, from the object alone. */
    record Own<T, V>(String name, Class<V> type, Function<T, @Nullable V> function) implements Derivation<T, V> {}

    /** Takes the value of an expression. */
    record Value<T, V>(Expression<T, V> expression) implements Derivation<T, V> {}

    /** Gives every object this value: a text, a number or a boolean. */
    record Constant<T, V>(V value) implements Derivation<T, V> {}

    /** Takes the first of some values that is not null. */
    record FirstOf<T, V>(List<Derivation<T, V>> derivations) implements Derivation<T, V> {
        public FirstOf {
            derivations = List.copyOf(derivations);
        }
    }

    /** Gives the value to objects only whose column has this value: a text, a number or a boolean. */
    record OnlyIf<T, C, V>(Column<T, C> column, C value, Derivation<T, V> then) implements Derivation<T, V> {}

    /** Goes on at the first right object. */
    record Right<L extends Record, R extends Record, V>(Association<L, ?, R, ?> association, Derivation<R, V> then)
            implements Derivation<L, V> {}

    /** Goes on at the first left object. */
    record Left<L extends Record, R extends Record, V>(Association<L, ?, R, ?> association, Derivation<L, V> then)
            implements Derivation<R, V> {}

    /** Goes on at the object of a resource whose unique column has the value that this one's column has. */
    record Reference<T, C, R extends Record, V>(
            Column<T, C> column, Resource<R, ?> resource, Column<R, C> unique, Derivation<R, V> then)
            implements Derivation<T, V> {}

    /** Returns the value of an expression. */
    static <T, V> Derivation<T, V> of(Expression<T, V> expression) {
        return expression instanceof Derived<T, V> derived ? derived.derivation() : new Value<>(expression);
    }

    /** Returns the same value for every object. */
    static <T, V> Derivation<T, V> constant(V value) {
        return new Constant<>(value);
    }

    /** Returns the first of some values that is not null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    static <T, V> Derivation<T, V> firstOf(Derivation<T, V>... derivations) {
        return new FirstOf<>(List.of(derivations));
    }

    /** Returns the value where a column has some value, null elsewhere. */
    static <T, C, V> Derivation<T, V> onlyIf(Column<T, C> column, C value, Derivation<T, V> then) {
        return new OnlyIf<>(column, value, then);
    }

    /** Returns what is found at the first right object. */
    static <L extends Record, R extends Record, V> Derivation<L, V> right(
            Association<L, ?, R, ?> association, Derivation<R, V> then) {
        return new Right<>(association, then);
    }

    /** Returns what is found at the first left object. */
    static <L extends Record, R extends Record, V> Derivation<R, V> left(
            Association<L, ?, R, ?> association, Derivation<L, V> then) {
        return new Left<>(association, then);
    }

    /** Returns what is found at the object that a column refers to. */
    static <T, C, R extends Record, V> Derivation<T, V> reference(
            Column<T, C> column, Resource<R, ?> resource, Column<R, C> unique, Derivation<R, V> then) {
        return new Reference<>(column, resource, unique, then);
    }
}
