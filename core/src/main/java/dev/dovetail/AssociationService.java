package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.DovetailException;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes and undoes the links of one association, and looks them up in both directions.
 *
 * <p>Both sides must be in the scope of the call. Making a link that is there, or undoing one that is not, does nothing:
 * no rule, no event. What links carry is read and written by {@link #attributed}. Units of work as in {@link CRUDService}; both sides are locked, always in the same order, so that
 * two associations at a time cannot dead-lock. Thread-safe.
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
    private final AttributedService<L, LK, R, RK, ?> attributed;

    private AssociationService(Builder<L, LK, R, RK> builder) {
        this.association = builder.association;
        this.dao = builder.dao;
        this.lefts = builder.lefts;
        this.rights = builder.rights;
        this.unitOfWork = builder.unitOfWork;
        this.sides = new Sides<>(association, dao, lefts, rights);
        this.attributed = attributed(builder, association.attributes());
    }

    private static <L extends Record, LK, R extends Record, RK, A extends Record>
            AttributedService<L, LK, R, RK, A> attributed(Builder<L, LK, R, RK> builder, Attributes<A> attributes) {
        return new AttributedService<>(new LinkCalls<>(builder, attributes), builder.lefts, builder.rights);
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

    /**
     * Returns this service as it reads and writes what links carry.
     *
     * @throws IllegalArgumentException if these are not the attributes of the association
     */
    @SuppressWarnings("unchecked") // the attributes are those that it was made with
    public <A extends Record> AttributedService<L, LK, R, RK, A> attributed(Attributes<A> attributes) {
        association.requireAttributes(attributes);
        return (AttributedService<L, LK, R, RK, A>) attributed;
    }

    /**
     * Links two objects; the link carries the defaults, or what it carried if there is one.
     *
     * @return whether they were not linked before
     * @throws DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean associate(CallContext call, LK left, RK right) {
        return attributed.associate(call, left, right);
    }

    /**
     * Undoes the link of two objects.
     *
     * @return whether they were linked before
     * @throws DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean dissociate(CallContext call, LK left, RK right) {
        return attributed.dissociate(call, left, right);
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
     * @throws DovetailException of kind NOT_FOUND if the left object is not in scope, REFERENCE_NOT_FOUND (on the path of
     *     the right collection) if a right one is not, or with what is wrong
     */
    public boolean associateAll(CallContext call, LK left, List<RK> wanted) {
        return attributed.associateEach(call, left, wanted);
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

    /** Returns the right objects in scope of many left ones that the caller has got before; without links: absent. */
    public Map<LK, List<R>> rights(CallContext call, Collection<LK> of) {
        return seen(call, association.right(), dao.rightRows(of, rights).now());
    }

    /** Returns the left objects in scope of many right ones that the caller has got before; without links: absent. */
    public Map<RK, List<L>> lefts(CallContext call, Collection<RK> of) {
        return seen(call, association.left(), dao.leftRows(of, lefts).now());
    }

    private static <A, T extends Record> Map<A, List<T>> seen(
            CallContext call, Resource<T, ?> resource, Map<A, List<T>> rows) {
        Map<A, List<T>> seen = new LinkedHashMap<>();
        rows.forEach((key, all) -> seen.put(
                key,
                all.stream().filter(row -> resource.visible(call.scope(), row)).toList()));
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

        /**
         * Returns the service.
         *
         * @throws UnsupportedOperationException if links carry attributes and the DAO keeps none
         */
        public AssociationService<L, LK, R, RK> build() {
            return new AssociationService<>(this);
        }
    }
}
