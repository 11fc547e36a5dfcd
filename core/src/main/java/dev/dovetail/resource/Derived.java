package dev.dovetail.resource;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names a value that is no column: made from the object alone, or found at other objects. Keep it in a constant.
 *
 * <pre>{@code
 * static final Derived<User, String> FULLNAME = Derived.of("fullname", String.class, User::fullname);
 * static final Derived<User, String> EXTEN = Derived.found("exten", String.class,
 *         () -> Derivation.right(USER_LINE, Derivation.right(LINE_EXTENSION, Derivation.of(EXTENSIONS_EXTEN))));
 * }</pre>
 *
 * <p>Every store gives the same value: in memory by walking to the other objects, in SQL by a subquery. Immutable and
 * thread-safe.
 *
 * @param <T> the model record
 * @param <V> the type of the values: String, Integer, Long, Boolean, UUID
 * @since 0.1
 */
public final class Derived<T, V> implements Expression<T, V> {
    private final String name;
    private final Class<V> type;
    private final Supplier<Derivation<T, V>> derivation;

    private final boolean ascii;

    private Derived(String name, Class<V> type, Supplier<Derivation<T, V>> derivation, boolean ascii) {
        this.name = name;
        this.type = type;
        this.derivation = derivation;
        this.ascii = ascii;
    }

    /**
     * Returns a value made from the object alone. A SQL store keeps it beside the row, in a column of this name in
     * snake_case, if lists are filtered or sorted by it.
     */
    public static <T, V> Derived<T, V> of(String name, Class<V> type, Function<T, @Nullable V> function) {
        Derivation<T, V> own = new Derivation.Own<>(name, type, function);
        return new Derived<>(name, type, () -> own, false);
    }

    /**
     * Returns a value that is found at other objects.
     *
     * @param derivation asked for once, when it is first needed, since associations and resources name each other
     */
    public static <T, V> Derived<T, V> found(
            String name, Class<V> type, java.util.function.Supplier<Derivation<T, V>> derivation) {
        return new Derived<>(name, type, Suppliers.memoize(derivation::get), false);
    }

    /**
     * Returns a text that is found at other objects and is known to hold no letters with accents; a SQL store searches
     * it faster than others.
     */
    public static <T> Derived<T, String> foundAscii(
            String name, java.util.function.Supplier<Derivation<T, String>> derivation) {
        return new Derived<>(name, String.class, Suppliers.memoize(derivation::get), true);
    }

    /** Returns whether the value is known to hold no letters with accents. */
    public boolean isAscii() {
        return ascii;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<V> type() {
        return type;
    }

    /** Returns how the value is got at. */
    public Derivation<T, V> derivation() {
        return Objects.requireNonNull(derivation.get(), name);
    }

    @Override
    public String toString() {
        return name;
    }
}
