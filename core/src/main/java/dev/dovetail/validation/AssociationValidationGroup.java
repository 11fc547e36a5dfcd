package dev.dovetail.validation;

import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the business rules of an association: common ones, those of making a link, of undoing it, and of replacing the
 * whole set.
 *
 * <p>Rules run only for links that come or go, and those of attributes for links that come or get other attributes.
 * When a set is replaced, the rules of the set run first, then those of each link that leaves, of each that comes, of
 * each that changes. Immutable and thread-safe.
 *
 * @param <L> the left model
 * @param <R> the right model
 * @since 0.1
 */
public final class AssociationValidationGroup<L, R> {
    private final RuleList<Link<L, R>> association;
    private final RuleList<Link<L, R>> dissociation;
    private final RuleList<Link<L, R>> attributes;
    private final RuleList<Links<L, R>> set;

    private AssociationValidationGroup(Builder<L, R> builder) {
        this.association = new RuleList<>(
                joined(joined(builder.common, builder.association), builder.attributes), builder.firstOnly);
        this.attributes = new RuleList<>(builder.attributes, builder.firstOnly);
        this.dissociation = new RuleList<>(joined(builder.common, builder.dissociation), builder.firstOnly);
        this.set = new RuleList<>(builder.set, builder.firstOnly);
    }

    private static <S> List<Rule<? super S>> joined(
            List<? extends Rule<? super S>> first, List<? extends Rule<? super S>> second) {
        List<Rule<? super S>> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Returns the group without rules. */
    public static <L, R> AssociationValidationGroup<L, R> none() {
        return AssociationValidationGroup.<L, R>builder().build();
    }

    /** Starts a group. */
    public static <L, R> Builder<L, R> builder() {
        return new Builder<>();
    }

    private AssociationValidationGroup(AssociationValidationGroup<L, R> first, AssociationValidationGroup<L, R> next) {
        this.association = first.association.then(next.association);
        this.dissociation = first.dissociation.then(next.dissociation);
        this.attributes = first.attributes.then(next.attributes);
        this.set = first.set.then(next.set);
    }

    /**
     * Returns the rules of this group followed by those of another. If this group stops at the first rule that fails,
     * so does the other; if only the other does, its rules run when those of this one found nothing.
     */
    public AssociationValidationGroup<L, R> then(AssociationValidationGroup<L, R> next) {
        return new AssociationValidationGroup<>(this, next);
    }

    /** Returns whether links are made and undone without any rule. */
    public boolean isEmpty() {
        return association.isEmpty() && dissociation.isEmpty();
    }

    /** Runs the rules of making a link. */
    public void checkAssociation(Link<L, R> link) {
        association.check(link);
    }

    /** Runs the rules of undoing a link. */
    public void checkDissociation(Link<L, R> link) {
        dissociation.check(link);
    }

    /** Runs the rules of giving a link that stays other attributes. */
    public void checkAttributes(Link<L, R> link) {
        attributes.check(link);
    }

    /** Runs the rules of replacing a set. */
    public void checkSet(Links<L, R> links) {
        set.check(links);
    }

    /**
     * Collects rules. Not thread-safe.
     *
     * @param <L> the left model
     * @param <R> the right model
     */
    public static final class Builder<L, R> {
        private final List<Rule<? super Link<L, R>>> common = new ArrayList<>();
        private final List<Rule<? super Link<L, R>>> association = new ArrayList<>();
        private final List<Rule<? super Link<L, R>>> dissociation = new ArrayList<>();
        private final List<Rule<? super Link<L, R>>> attributes = new ArrayList<>();
        private final List<Rule<? super Links<L, R>>> set = new ArrayList<>();
        private boolean firstOnly;

        private Builder() {}

        /** Adds a rule of making and of undoing a link. */
        public Builder<L, R> common(Rule<? super Link<L, R>> rule) {
            common.add(rule);
            return this;
        }

        /** Adds a rule of making a link. */
        public Builder<L, R> association(Rule<? super Link<L, R>> rule) {
            association.add(rule);
            return this;
        }

        /** Adds a rule of undoing a link. */
        public Builder<L, R> dissociation(Rule<? super Link<L, R>> rule) {
            dissociation.add(rule);
            return this;
        }

        /**
         * Adds a rule on the attributes of links: it runs after those of making a link, and when one that stays
         * changes.
         */
        public Builder<L, R> attributes(Rule<? super Link<L, R>> rule) {
            attributes.add(rule);
            return this;
        }

        /** Adds a rule of replacing the whole set. */
        public Builder<L, R> set(Rule<? super Links<L, R>> rule) {
            set.add(rule);
            return this;
        }

        /** Reports only what the first rule that fails has found; later rules may then rely on earlier ones. */
        public Builder<L, R> stopAtFirst() {
            this.firstOnly = true;
            return this;
        }

        /** Returns the group. */
        public AssociationValidationGroup<L, R> build() {
            return new AssociationValidationGroup<>(this);
        }
    }
}
