package dev.dovetail.validation;

import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds the business rules of a resource by operation: the common ones before those of creation or edit.
 *
 * <p>All rules of the operation run and everything they find is reported, unless {@link Builder#stopAtFirst()}.
 * Immutable and thread-safe.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class ValidationGroup<T> {
    private final Map<Operation, RuleList<Change<T>>> rules = new EnumMap<>(Operation.class);

    private ValidationGroup(Builder<T> builder) {
        for (Operation operation : Operation.values()) {
            List<Rule<? super Change<T>>> all = new ArrayList<>();
            if (operation != Operation.DELETE) {
                all.addAll(builder.common);
            }
            all.addAll(builder.rules.getOrDefault(operation, List.of()));
            rules.put(operation, new RuleList<>(all, builder.firstOnly));
        }
    }

    /** Returns the group without rules. */
    public static <T> ValidationGroup<T> none() {
        return ValidationGroup.<T>builder().build();
    }

    /** Starts a group. */
    public static <T> Builder<T> builder() {
        return new Builder<>();
    }

    private ValidationGroup(ValidationGroup<T> first, ValidationGroup<T> next) {
        first.rules.forEach((operation, list) ->
                rules.put(operation, list.then(Objects.requireNonNull(next.rules.get(operation)))));
    }

    /**
     * Returns the rules of this group followed by those of another. If this group stops at the first rule that fails,
     * so does the other; if only the other does, its rules run when those of this one found nothing.
     */
    public ValidationGroup<T> then(ValidationGroup<T> next) {
        return new ValidationGroup<>(this, next);
    }

    /**
     * Runs the rules of the change's operation.
     *
     * @throws dev.dovetail.error.DovetailException with what they found
     */
    public void check(Change<T> change) {
        Objects.requireNonNull(rules.get(change.operation())).check(change);
    }

    /**
     * Runs the rules of one operation on several changes, before any of them is made.
     *
     * @param changes all of the same operation; may be empty
     * @throws dev.dovetail.error.DovetailException with what they found, each path beginning with the index of the
     *     change
     */
    public void checkAll(List<Change<T>> changes) {
        if (!changes.isEmpty()) {
            Objects.requireNonNull(rules.get(changes.get(0).operation())).checkAll(changes);
        }
    }

    /**
     * Collects rules. Not thread-safe.
     *
     * @param <T> the model record
     */
    public static final class Builder<T> {
        private final List<Rule<? super Change<T>>> common = new ArrayList<>();
        private final Map<Operation, List<Rule<? super Change<T>>>> rules = new EnumMap<>(Operation.class);
        private boolean firstOnly;

        private Builder() {}

        /** Adds a rule of creations and edits. */
        public Builder<T> common(Rule<? super Change<T>> rule) {
            common.add(rule);
            return this;
        }

        /** Adds a rule of creations. */
        public Builder<T> create(Rule<? super Change<T>> rule) {
            return add(Operation.CREATE, rule);
        }

        /** Adds a rule of edits. */
        public Builder<T> edit(Rule<? super Change<T>> rule) {
            return add(Operation.EDIT, rule);
        }

        /** Adds a rule of deletions. */
        public Builder<T> delete(Rule<? super Change<T>> rule) {
            return add(Operation.DELETE, rule);
        }

        private Builder<T> add(Operation operation, Rule<? super Change<T>> rule) {
            rules.computeIfAbsent(operation, key -> new ArrayList<>()).add(rule);
            return this;
        }

        /** Reports only what the first rule that fails has found; later rules may then rely on earlier ones. */
        public Builder<T> stopAtFirst() {
            this.firstOnly = true;
            return this;
        }

        /** Returns the group. */
        public ValidationGroup<T> build() {
            return new ValidationGroup<>(this);
        }
    }
}
