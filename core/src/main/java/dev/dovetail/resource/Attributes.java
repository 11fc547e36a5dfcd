package dev.dovetail.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Describes what each link of an association carries: a record, its columns, and what a link has when nothing is given.
 *
 * <pre>{@code
 * record Member(@Min(0) int penalty, @Min(0) int priority) {}
 *
 * static final Attributes<Member> MEMBER = Attributes.of(Member.class, new Member(0, 0)).sortedBy(Member::priority);
 * static final Association<Queue, Integer, Agent, Integer> QUEUE_MEMBERS =
 *         Association.between(QUEUES, AGENTS).name("queue_member").attributes(MEMBER).build();
 * }</pre>
 *
 * <p>Keep it in a constant: whoever asks for attributes names them by it. Constraints on the record's components are
 * checked as input. Immutable and thread-safe, if the defaults are.
 *
 * @param <A> the record of attributes
 * @since 0.1
 */
public final class Attributes<A extends Record> {
    private record None() {}

    private static final None NOTHING = new None();
    private static final Attributes<None> NONE = of(None.class, NOTHING);

    private final Class<A> model;
    private final RecordType<A> type;
    private final Map<String, Column<A, ?>> byName;
    private final IntFunction<A> defaults;
    private final @Nullable Column<A, ?> sort;

    private Attributes(
            RecordType<A> type,
            Map<String, Column<A, ?>> byName,
            IntFunction<A> defaults,
            @Nullable Column<A, ?> sort) {
        this.model = type.type();
        this.type = type;
        this.byName = byName;
        this.defaults = defaults;
        this.sort = sort;
    }

    /**
     * Describes attributes.
     *
     * @param model the record; its package must be open to dev.dovetail.core when it is in a named module
     * @param defaults what a link has when nothing is given
     * @throws IllegalArgumentException if the record is not accessible
     */
    public static <A extends Record> Attributes<A> of(Class<A> model, A defaults) {
        return byPlace(model, place -> defaults);
    }

    /**
     * Describes attributes whose defaults depend on the place of a link in the list that replaces a set, such as a
     * priority that follows the list.
     *
     * @param model the record; its package must be open to dev.dovetail.core when it is in a named module
     * @param defaults what the link at a place, from 0, has when nothing is given; a link made alone is at 0
     * @throws IllegalArgumentException if the record is not accessible
     */
    public static <A extends Record> Attributes<A> byPlace(Class<A> model, IntFunction<A> defaults) {
        RecordType<A> type = RecordType.of(model);
        Map<String, Column<A, ?>> byName = new LinkedHashMap<>();
        for (RecordType.Component component : type.components()) {
            byName.put(component.name(), new Column<>(model, component, byName.size()));
        }
        return new Attributes<>(type, Collections.unmodifiableMap(byName), defaults, null);
    }

    /** Returns the description of links that carry nothing. */
    public static Attributes<?> none() {
        return NONE;
    }

    /**
     * Returns these attributes with the rights of a left sorted by one of them, ascending, nulls last; those that have
     * the same come in the order that they have without.
     *
     * @throws IllegalArgumentException if the accessor is not a reference to a component of the record
     */
    public Attributes<A> sortedBy(Accessor<A, ?> accessor) {
        return new Attributes<>(type, byName, defaults, column(accessor));
    }

    /** Returns the record. */
    public Class<A> model() {
        return model;
    }

    /**
     * Returns a record as one of these.
     *
     * @throws IllegalArgumentException if it is of another class
     */
    public A cast(Record attributes) {
        if (!model.isInstance(attributes)) {
            throw new IllegalArgumentException(
                    "attributes: " + attributes.getClass().getSimpleName() + " (expected: " + this + ")");
        }
        return model.cast(attributes);
    }

    /** Returns the columns in the order of the record. */
    public List<Column<A, ?>> columns() {
        return List.copyOf(byName.values());
    }

    /**
     * Returns the column of a component.
     *
     * @throws IllegalArgumentException if the accessor is not a reference to a component of the record
     */
    @SuppressWarnings("unchecked") // the column of the component that the accessor reads
    public <V extends @Nullable Object> Column<A, V> column(Accessor<A, V> accessor) {
        return (Column<A, V>) Resource.Builder.resolve(model, byName, accessor);
    }

    /** Returns the column of this name (camelCase, as in the record), if there is one. */
    public Optional<Column<A, ?>> column(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns what the rights of a left are sorted by, if they are. */
    public Optional<Column<A, ?>> sort() {
        return Optional.ofNullable(sort);
    }

    /** Returns what a link made alone has when nothing is given. */
    public A defaults() {
        return defaults(0);
    }

    /** Returns what the link at a place of a list, from 0, has when nothing is given. */
    public A defaults(int place) {
        return defaults.apply(place);
    }

    /** Returns the values of a record in the order of the columns. */
    public List<@Nullable Object> values(A attributes) {
        List<@Nullable Object> values = new ArrayList<>(byName.size());
        byName.values().forEach(column -> values.add(column.get(attributes)));
        return values;
    }

    /**
     * Makes a record.
     *
     * @param values in the order of the columns; a null for a primitive becomes 0 or false
     */
    public A construct(@Nullable Object[] values) {
        return type.construct(values);
    }

    /** Returns a record with some values replaced. */
    public A with(A attributes, Map<Column<A, ?>, @Nullable Object> given) {
        @Nullable Object[] values = values(attributes).toArray();
        given.forEach((column, value) -> values[column.index()] = value);
        return construct(values);
    }

    @Override
    public String toString() {
        return model.getSimpleName();
    }
}
