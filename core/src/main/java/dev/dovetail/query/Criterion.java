package dev.dovetail.query;

import dev.dovetail.resource.Expression;
import dev.dovetail.value.StoredValues;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * States a condition on the columns and derived values of a resource.
 *
 * <p>Immutable and thread-safe. Text is compared to the letter unless said otherwise, other values as {@link
 * StoredValues#comparable} has them: 1.5 is 1.50. A null matches only {@link #isNull}.
 *
 * @param <T> the model record
 * @since 0.1
 */
public sealed interface Criterion<T> {

    /** Matches rows whose column or derived value is this value. */
    record Equal<T>(Expression<T, ?> expression, Object value, boolean ignoreCase) implements Criterion<T> {
        public Equal {
            value = StoredValues.comparable(value);
        }
    }

    /** Matches rows whose column or derived value is one of these values; no value matches no row. */
    record In<T>(Expression<T, ?> expression, Set<Object> values) implements Criterion<T> {
        public In {
            values = values.stream()
                    .map(StoredValues::comparable)
                    .collect(Collectors.collectingAndThen(
                            Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
        }
    }

    /**
     * Matches rows whose column or derived value lies on one side of a bound; texts are ordered by their code points.
     */
    record Bound<T>(Expression<T, ?> expression, Comparison comparison, Object value) implements Criterion<T> {
        public Bound {
            value = StoredValues.comparable(value);
        }
    }

    /**
     * Matches rows whose column or derived value contains a text, or begins with it; {@code %} and {@code _} stand for
     * themselves.
     */
    record Contains<T>(Expression<T, String> expression, String text, boolean atStart, boolean ignoreCase)
            implements Criterion<T> {}

    /** Matches rows whose column or derived value is null. */
    record Null<T>(Expression<T, ?> expression) implements Criterion<T> {}

    /** Matches rows that the other criterion does not match. */
    record Not<T>(Criterion<T> criterion) implements Criterion<T> {}

    /** Matches rows that all of the others match; none at all matches every row. */
    record And<T>(List<Criterion<T>> criteria) implements Criterion<T> {
        public And {
            criteria = List.copyOf(criteria);
        }
    }

    /** Matches rows that one of the others matches; none at all matches no row. */
    record Or<T>(List<Criterion<T>> criteria) implements Criterion<T> {
        public Or {
            criteria = List.copyOf(criteria);
        }
    }

    /** Matches rows whose column or derived value is this value. */
    static <T, V> Criterion<T> equal(Expression<T, V> expression, V value) {
        return new Equal<>(expression, value, false);
    }

    /** Matches rows whose column or derived value is this text, upper and lower case being the same. */
    static <T> Criterion<T> equalIgnoringCase(Expression<T, String> expression, String value) {
        return new Equal<>(expression, value, true);
    }

    /** Matches rows whose column or derived value is one of these values. */
    static <T, V> Criterion<T> in(Expression<T, V> expression, Collection<? extends V> values) {
        return new In<>(expression, new LinkedHashSet<>(values));
    }

    /** Matches rows whose column or derived value is below a bound. */
    static <T, V extends Comparable<? super V>> Criterion<T> lessThan(Expression<T, V> expression, V bound) {
        return new Bound<>(expression, Comparison.LESS_THAN, bound);
    }

    /** Matches rows whose column or derived value is a bound, or below it. */
    static <T, V extends Comparable<? super V>> Criterion<T> atMost(Expression<T, V> expression, V bound) {
        return new Bound<>(expression, Comparison.AT_MOST, bound);
    }

    /** Matches rows whose column or derived value is a bound, or above it. */
    static <T, V extends Comparable<? super V>> Criterion<T> atLeast(Expression<T, V> expression, V bound) {
        return new Bound<>(expression, Comparison.AT_LEAST, bound);
    }

    /** Matches rows whose column or derived value is above a bound. */
    static <T, V extends Comparable<? super V>> Criterion<T> greaterThan(Expression<T, V> expression, V bound) {
        return new Bound<>(expression, Comparison.GREATER_THAN, bound);
    }

    /** Matches rows whose column or derived value lies between two bounds, or is one of them. */
    static <T, V extends Comparable<? super V>> Criterion<T> between(Expression<T, V> expression, V lowest, V highest) {
        return atLeast(expression, lowest).and(atMost(expression, highest));
    }

    /** Matches rows whose column or derived value begins with a text. */
    static <T> Criterion<T> startsWith(Expression<T, String> expression, String text) {
        return new Contains<>(expression, text, true, false);
    }

    /** Matches rows whose column or derived value contains a text. */
    static <T> Criterion<T> contains(Expression<T, String> expression, String text) {
        return new Contains<>(expression, text, false, false);
    }

    /** Matches rows whose column or derived value contains a text, upper and lower case being the same. */
    static <T> Criterion<T> containsIgnoringCase(Expression<T, String> expression, String text) {
        return new Contains<>(expression, text, false, true);
    }

    /** Matches rows whose column or derived value is null. */
    static <T> Criterion<T> isNull(Expression<T, ?> expression) {
        return new Null<>(expression);
    }

    /** Matches rows that the other criterion does not match. */
    static <T> Criterion<T> not(Criterion<T> criterion) {
        return new Not<>(criterion);
    }

    /** Matches every row. */
    static <T> Criterion<T> any() {
        return new And<>(List.of());
    }

    /** Matches rows that all of these match. */
    static <T> Criterion<T> all(List<Criterion<T>> criteria) {
        return criteria.size() == 1 ? criteria.get(0) : new And<>(criteria);
    }

    /** Matches rows that one of these matches. */
    static <T> Criterion<T> either(List<Criterion<T>> criteria) {
        return criteria.size() == 1 ? criteria.get(0) : new Or<>(criteria);
    }

    /** Matches rows that this and the other criterion match. */
    default Criterion<T> and(Criterion<T> other) {
        if (this instanceof And<T> both && both.criteria().isEmpty()) {
            return other;
        }
        return new And<>(List.of(this, other));
    }
}
