package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.DovetailException;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Linked;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.AttributesValidator;
import dev.dovetail.validation.Constraints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Makes and undoes the links of one association, and looks them up in both directions.
 *
 * <p>Both sides must be in the scope of the call. Making a link that is there, or undoing one that is not, does
 * nothing: no rule, no event. Units of work as in {@link CRUDService}; both sides are locked, always in the same order,
 * so that two associations at a time cannot dead-lock. Thread-safe.
 *
 * <p>Attributes that are given are checked as input: nulls and the constraints on the record. Giving a link other
 * attributes runs the rules of attributes only and is announced as the notifier says; giving the same ones does
 * nothing.
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 * @since 0.1
 */
public final class AssociationService<L extends Record, LK, R extends Record, RK> {
    private final Association<L, LK, R, RK> association;
    private final AssociationDao<LK, RK> dao;
    private final Dao<L, LK> lefts;
    private final Dao<R, RK> rights;
    private final UnitOfWork unitOfWork;
    private final Sides<L, LK, R, RK> sides;
    private final LinkCalls<L, LK, R, RK> calls;
    private final SetReplacement<L, LK, R, RK> sets;
    private final Wanted unchanged;

    private AssociationService(Builder<L, LK, R, RK> builder) {
        this.association = builder.association;
        this.dao = builder.dao;
        this.lefts = builder.lefts;
        this.rights = builder.rights;
        this.unitOfWork = builder.unitOfWork;
        this.calls = new LinkCalls<>(builder);
        this.sets = new SetReplacement<>(calls);
        this.sides = calls.sides;
        this.unchanged = Wanted.unchanged(association.attributes());
    }

    /** Starts a service over the DAOs of an association and of its sides; all are of the unit of work's store. */
    public static <L extends Record, LK, R extends Record, RK> Builder<L, LK, R, RK> builder(
            Association<L, LK, R, RK> association,
            AssociationDao<LK, RK> dao,
            Dao<L, LK> lefts,
            Dao<R, RK> rights,
            UnitOfWork unitOfWork) {
        return new Builder<>(association, dao, lefts, rights, unitOfWork);
    }

    /** Returns the description of the association. */
    public Association<L, LK, R, RK> association() {
        return association;
    }

    /** Returns what checks attributes that are given. */
    public AttributesValidator<?> input() {
        return calls.input;
    }

    /**
     * Links two objects; the link carries the defaults, or what it carried if there is one.
     *
     * @return whether they were not linked before
     * @throws DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean associate(CallContext call, LK left, RK right) {
        return calls.associate(call, left, right, unchanged);
    }

    /**
     * Links two objects with these attributes, or gives them to the link that is there.
     *
     * @return whether they were not linked before, or their link had other attributes
     * @throws IllegalArgumentException if the record is not one of the association's attributes
     * @throws DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean associate(CallContext call, LK left, RK right, Record attributes) {
        return calls.associate(
                call, left, right, Wanted.exactly(association.attributes().cast(attributes)));
    }

    /**
     * Links two objects, or changes the attributes of their link.
     *
     * @param change gets the attributes of the link, or the defaults if there is none yet; called while both are locked
     * @return whether they were not linked before, or their link had other attributes
     * @throws IllegalArgumentException if these are not the attributes of the association
     * @throws DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public <A extends Record> boolean associate(
            CallContext call, LK left, RK right, Attributes<A> attributes, UnaryOperator<A> change) {
        association.requireAttributes(attributes);
        return calls.associate(call, left, right, Wanted.changed(attributes, change));
    }

    /**
     * Undoes the link of two objects.
     *
     * @return whether they were linked before
     * @throws DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean dissociate(CallContext call, LK left, RK right) {
        return calls.dissociate(call, left, right);
    }

    /**
     * Undoes the links of a left object to all rights in scope, each by itself: its rules, its event.
     *
     * @return whether there were any
     * @throws DovetailException of kind NOT_FOUND if the left object is not in scope, or with what is wrong
     */
    public boolean dissociateAll(CallContext call, LK left) {
        return unitOfWork.call(call, unit -> {
            Sides.Locked<L, RK, R> locked = sides.lockLeft(call, left, List.of());
            List<RK> present = dao.rights(left);
            Map<RK, R> known = sides.lockRights(locked, present, List.of());
            List<RK> seen = new ArrayList<>(present);
            seen.removeIf(key -> {
                R row = known.get(key);
                return row != null && !association.right().visible(call.scope(), row);
            });
            seen.forEach(right -> dissociate(call, left, right));
            return !seen.isEmpty();
        });
    }

    /**
     * Gives a left object these right ones and no others; links to rights outside the scope of the call stay, in their
     * places. Links that stay carry what they carried, others the defaults.
     *
     * @param wanted keys of right objects; a repeat counts once, unless a rule refuses it
     * @return whether anything changed
     * @throws DovetailException of kind NOT_FOUND if the left object is not in scope, REFERENCE_NOT_FOUND (on the path
     *     of the right collection) if a right one is not, or with what is wrong
     */
    public boolean associateAll(CallContext call, LK left, List<RK> wanted) {
        return sets.replace(
                call,
                left,
                wanted.stream()
                        .map(key -> new SetReplacement.Wish<>(key, unchanged))
                        .toList());
    }

    /**
     * Gives a left object these right ones with these attributes and no others; links to rights outside the scope of
     * the call stay as they are, in their places.
     *
     * @param wanted keys of right objects with attributes; of a repeat the first counts, unless a rule refuses it
     * @return whether anything changed
     * @throws IllegalArgumentException if these are not the attributes of the association
     * @throws DovetailException as {@link #associateAll(CallContext, Object, List)}; input is told at its place within
     *     the path of the right collection
     */
    public <A extends Record> boolean associateAll(
            CallContext call, LK left, Attributes<A> attributes, List<Linked<RK, A>> wanted) {
        association.requireAttributes(attributes);
        return sets.replace(
                call,
                left,
                wanted.stream()
                        .map(each -> new SetReplacement.Wish<>(each.value(), Wanted.exactly(each.attributes())))
                        .toList());
    }

    /** Returns the attributes of the link of two objects, if they are linked; both must be in scope. */
    public <A extends Record> Optional<A> find(CallContext call, LK left, RK right, Attributes<A> attributes) {
        association.requireAttributes(attributes);
        sides.requireLeft(call, left);
        sides.requireRight(call, right);
        return dao.find(left, right).map(attributes::cast);
    }

    /** Returns the right objects in scope of a left one, which must be in scope. */
    public List<R> rights(CallContext call, LK left) {
        sides.requireLeft(call, left);
        return rights(call, List.of(left)).getOrDefault(left, List.of());
    }

    /** Returns the left objects in scope of a right one, which must be in scope. */
    public List<L> lefts(CallContext call, RK right) {
        sides.requireRight(call, right);
        return lefts(call, List.of(right)).getOrDefault(right, List.of());
    }

    /** Returns the right objects in scope of a left one, which must be in scope, with attributes. */
    public <A extends Record> List<Linked<R, A>> rights(CallContext call, LK left, Attributes<A> attributes) {
        association.requireAttributes(attributes);
        sides.requireLeft(call, left);
        return typed(attributes, linkedRights(call, List.of(left)).getOrDefault(left, List.of()));
    }

    /** Returns the left objects in scope of a right one, which must be in scope, with attributes. */
    public <A extends Record> List<Linked<L, A>> lefts(CallContext call, RK right, Attributes<A> attributes) {
        association.requireAttributes(attributes);
        sides.requireRight(call, right);
        return typed(attributes, linkedLefts(call, List.of(right)).getOrDefault(right, List.of()));
    }

    private static <T, A extends Record> List<Linked<T, A>> typed(
            Attributes<A> attributes, List<Linked<T, Record>> links) {
        return links.stream()
                .map(link -> new Linked<>(link.value(), attributes.cast(link.attributes())))
                .toList();
    }

    /** Returns the right objects in scope of many left ones that the caller has got before; without links: absent. */
    public Map<LK, List<R>> rights(CallContext call, Collection<LK> of) {
        return values(linkedRights(call, of));
    }

    /** Returns the left objects in scope of many right ones that the caller has got before; without links: absent. */
    public Map<RK, List<L>> lefts(CallContext call, Collection<RK> of) {
        return values(linkedLefts(call, of));
    }

    private static <K, T> Map<K, List<T>> values(Map<K, List<Linked<T, Record>>> links) {
        Map<K, List<T>> values = new LinkedHashMap<>();
        links.forEach(
                (key, all) -> values.put(key, all.stream().map(Linked::value).toList()));
        return values;
    }

    private Map<LK, List<Linked<R, Record>>> linkedRights(CallContext call, Collection<LK> of) {
        return seen(call, association.right(), dao.rightRows(of, rights).now());
    }

    private Map<RK, List<Linked<L, Record>>> linkedLefts(CallContext call, Collection<RK> of) {
        return seen(call, association.left(), dao.leftRows(of, lefts).now());
    }

    private static <K, T extends Record> Map<K, List<Linked<T, Record>>> seen(
            CallContext call, Resource<T, ?> resource, Map<K, List<Linked<T, Record>>> rows) {
        Map<K, List<Linked<T, Record>>> seen = new LinkedHashMap<>();
        rows.forEach((key, all) -> seen.put(
                key,
                all.stream()
                        .filter(row -> resource.visible(call.scope(), row.value()))
                        .toList()));
        return seen;
    }

    /**
     * Collects the collaborators of a service. Not thread-safe.
     *
     * @param <L> the left model
     * @param <LK> the left key
     * @param <R> the right model
     * @param <RK> the right key
     */
    public static final class Builder<L extends Record, LK, R extends Record, RK> {
        final Association<L, LK, R, RK> association;
        final AssociationDao<LK, RK> dao;
        final Dao<L, LK> lefts;
        final Dao<R, RK> rights;
        final UnitOfWork unitOfWork;
        Constraints constraints = Constraints.byProvider();
        AssociationValidationGroup<L, R> validation = AssociationValidationGroup.none();
        AssociationNotifier<L, R> notifier = AssociationNotifier.none();
        final List<Consumer<Link<L, R>>> afterLinking = new ArrayList<>();
        final List<Consumer<Link<L, R>>> afterUnlinking = new ArrayList<>();

        private Builder(
                Association<L, LK, R, RK> association,
                AssociationDao<LK, RK> dao,
                Dao<L, LK> lefts,
                Dao<R, RK> rights,
                UnitOfWork unitOfWork) {
            this.association = association;
            this.dao = dao;
            this.lefts = lefts;
            this.rights = rights;
            this.unitOfWork = unitOfWork;
        }

        /** Sets what checks the constraints on the attributes; the provider on the class path unless called. */
        public Builder<L, LK, R, RK> constraints(Constraints checked) {
            this.constraints = checked;
            return this;
        }

        /** Sets the business rules; none unless called. */
        public Builder<L, LK, R, RK> validation(AssociationValidationGroup<L, R> group) {
            this.validation = group;
            return this;
        }

        /** Sets what is announced; nothing unless called. */
        public Builder<L, LK, R, RK> notifier(AssociationNotifier<L, R> announces) {
            this.notifier = announces;
            return this;
        }

        /** Adds something to do after a link has been made and before that is announced. */
        public Builder<L, LK, R, RK> afterLinking(Consumer<Link<L, R>> action) {
            afterLinking.add(action);
            return this;
        }

        /** Adds something to do after a link has been undone and before that is announced. */
        public Builder<L, LK, R, RK> afterUnlinking(Consumer<Link<L, R>> action) {
            afterUnlinking.add(action);
            return this;
        }

        /** Returns the service. */
        public AssociationService<L, LK, R, RK> build() {
            return new AssociationService<>(this);
        }
    }
}
