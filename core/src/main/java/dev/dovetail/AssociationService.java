package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Makes and undoes the links of one association, and looks them up in both directions.
 *
 * <p>Both sides must be in the scope of the call. Making a link that is there, or undoing one that is not, does nothing:
 * no rule, no event. Units of work as in {@link CRUDService}; both sides are locked, always in the same order, so that
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
    private final AssociationValidationGroup<L, R> validation;
    private final AssociationNotifier<L, R> notifier;
    private final Consumer<Link<L, R>> afterLinking;
    private final Consumer<Link<L, R>> afterUnlinking;
    private final boolean rightFirst;

    private AssociationService(Builder<L, LK, R, RK> builder) {
        this.association = builder.association;
        this.dao = builder.dao;
        this.lefts = builder.lefts;
        this.rights = builder.rights;
        this.unitOfWork = builder.unitOfWork;
        this.validation = builder.validation;
        this.notifier = builder.notifier;
        this.afterLinking = builder.afterLinking;
        this.afterUnlinking = builder.afterUnlinking;
        this.rightFirst =
                association.left().name().compareTo(association.right().name()) > 0;
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
     * Links two objects.
     *
     * @return whether they were not linked before
     * @throws DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean associate(CallContext call, LK left, RK right) {
        return unitOfWork.call(call, unit -> {
            Link<L, R> link = lock(call, left, right);
            if (dao.linked(left, right)) {
                return false;
            }
            Link<L, R> made = association.tellsMain()
                    ? main(link, dao.rights(left).isEmpty(), dao.lefts(right).isEmpty())
                    : link;
            validation.checkAssociation(made);
            dao.link(left, right);
            afterLinking.accept(made);
            unit.about(subject(left), announcements -> notifier.associated(made, announcements));
            return true;
        });
    }

    /**
     * Undoes the link of two objects.
     *
     * @return whether they were linked before
     * @throws DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean dissociate(CallContext call, LK left, RK right) {
        return unitOfWork.call(call, unit -> {
            Link<L, R> link = lock(call, left, right);
            if (!dao.linked(left, right)) {
                return false;
            }
            List<RK> rights = association.tellsMain() ? dao.rights(left) : List.of();
            Link<L, R> undone = association.tellsMain()
                    ? main(
                            link,
                            right.equals(rights.get(0)),
                            left.equals(dao.lefts(right).get(0)))
                    : link;
            validation.checkDissociation(undone);
            dao.unlink(left, right);
            if (undone.mainRight() && association.lowestSucceeds()) {
                dao.replace(left, association.remaining(rights, right));
            }
            afterUnlinking.accept(undone);
            unit.about(subject(left), announcements -> notifier.dissociated(undone, announcements));
            return true;
        });
    }

    private static <L, R> Link<L, R> main(Link<L, R> link, boolean mainRight, boolean mainLeft) {
        return new Link<>(link.call(), link.left(), link.right(), mainRight, mainLeft);
    }

    /**
     * Undoes the links of a left object to all rights in scope, each by itself: its rules, its event.
     *
     * @return whether there were any
     * @throws DovetailException of kind NOT_FOUND if the left object is not in scope, or with what is wrong
     */
    public boolean dissociateAll(CallContext call, LK left) {
        return unitOfWork.call(call, unit -> {
            lockBefore(left, List.of());
            if (seen(call, association.left(), lefts.lock(left)).isEmpty()) {
                throw association.left().notFound(left).toException();
            }
            List<RK> present = dao.rights(left);
            List<RK> seen = new ArrayList<>(present);
            seen.removeAll(hidden(call, present, lockRights(present, List.of())));
            seen.forEach(right -> dissociate(call, left, right));
            return !seen.isEmpty();
        });
    }

    /**
     * Gives a left object these right ones and no others; links to rights outside the scope of the call stay.
     *
     * @param wanted keys of right objects; a repeat counts once, unless a rule refuses it
     * @return whether anything changed
     * @throws DovetailException of kind NOT_FOUND if the left object is not in scope, REFERENCE_NOT_FOUND (on the path of
     *     the right collection) if a right one is not, or with what is wrong
     */
    public boolean associateAll(CallContext call, LK left, List<RK> wanted) {
        return unitOfWork.call(call, unit -> {
            lockBefore(left, wanted);
            L owner = seen(call, association.left(), lefts.lock(left))
                    .orElseThrow(() -> association.left().notFound(left).toException());
            List<RK> present = dao.rights(left);
            Map<RK, R> known = lockRights(present, wanted);
            List<R> after = new ArrayList<>();
            for (RK key : wanted) {
                after.add(seen(call, association.right(), Optional.ofNullable(known.get(key)))
                        .orElseThrow(() -> unknown(key)));
            }
            List<RK> hidden = hidden(call, present, known);
            List<RK> shown = new ArrayList<>(present);
            shown.removeAll(hidden);
            List<R> before = rows(known, shown);
            Links<L, R> links = links(call, owner, before, after);
            validation.checkSet(links);
            links.removed().forEach(right -> validation.checkDissociation(links.linkBefore(right)));
            links.added().forEach(right -> validation.checkAssociation(links.linkAfter(right)));
            List<RK> distinct = List.copyOf(new LinkedHashSet<>(wanted));
            boolean changed = !same(shown, distinct);
            if (changed) {
                hidden.addAll(distinct);
                dao.replace(left, hidden);
            }
            links.removed().forEach(right -> afterUnlinking.accept(links.linkBefore(right)));
            links.added().forEach(right -> afterLinking.accept(links.linkAfter(right)));
            unit.about(subject(left), announcements -> notifier.replaced(links, changed, announcements));
            return changed;
        });
    }

    private Links<L, R> links(CallContext call, L left, List<R> before, List<R> after) {
        if (!association.tellsMain()) {
            return new Links<>(call, left, before, after);
        }
        LK key = association.left().keyOf(left);
        return new Links<>(call, left, before, after, true, mains(key, before, false), mains(key, after, true));
    }

    /** Returns those rights whose main left this one is; if it is to come, also those that have no left yet. */
    private Set<R> mains(LK left, List<R> of, boolean coming) {
        Map<RK, List<LK>> lefts =
                dao.lefts(of.stream().map(association.right()::keyOf).toList());
        Set<R> mains = new LinkedHashSet<>();
        for (R right : of) {
            List<LK> users = lefts.getOrDefault(association.right().keyOf(right), List.of());
            if (users.isEmpty() ? coming : users.get(0).equals(left)) {
                mains.add(right);
            }
        }
        return mains;
    }

    /** Returns those of the present rights that the call does not see and so must not touch. */
    private List<RK> hidden(CallContext call, List<RK> present, Map<RK, R> known) {
        List<RK> hidden = new ArrayList<>();
        for (RK key : present) {
            R row = known.get(key);
            if (row != null && !association.right().visible(call.scope(), row)) {
                hidden.add(key);
            }
        }
        return hidden;
    }

    private boolean same(List<RK> present, List<RK> wanted) {
        return association.ordered()
                ? present.equals(wanted)
                : Set.copyOf(present).equals(Set.copyOf(wanted));
    }

    private DovetailException unknown(RK key) {
        Resource<R, RK> right = association.right();
        return Errors.referenceNotFound(
                        Path.of(right.collection()),
                        right.name(),
                        Details.of(right.key().name(), key))
                .toException();
    }

    /** Locks what comes before the left object in the order of locks. */
    @SuppressWarnings("unchecked") // within one resource the left key is a right key as well
    private void lockBefore(LK left, List<RK> wanted) {
        if (rightFirst) {
            lockRights(dao.rights(left), wanted);
        } else if (oneResource()) {
            List<RK> all = new ArrayList<>(wanted);
            all.add((RK) left);
            lockRights(dao.rights(left), all);
        }
    }

    private boolean oneResource() {
        return association.left().name().equals(association.right().name());
    }

    private Map<RK, R> lockRights(List<RK> present, List<RK> wanted) {
        Set<RK> keys = new TreeSet<>(present);
        keys.addAll(wanted);
        Map<RK, R> known = new LinkedHashMap<>();
        rights.lockAll(keys).forEach(row -> known.put(association.right().keyOf(row), row));
        return known;
    }

    private List<R> rows(Map<RK, R> known, List<RK> keys) {
        List<R> rows = new ArrayList<>();
        for (RK key : keys) {
            R row = known.get(key);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Returns the right objects in scope of a left one, which must be in scope. */
    public List<R> rights(CallContext call, LK left) {
        if (seen(call, association.left(), lefts.find(left)).isEmpty()) {
            throw association.left().notFound(left).toException();
        }
        return rights(call, List.of(left)).getOrDefault(left, List.of());
    }

    /** Returns the left objects in scope of a right one, which must be in scope. */
    public List<L> lefts(CallContext call, RK right) {
        if (seen(call, association.right(), rights.find(right)).isEmpty()) {
            throw association.right().notFound(right).toException();
        }
        return lefts(call, List.of(right)).getOrDefault(right, List.of());
    }

    /** Returns the right objects in scope of many left ones that the caller has got before; without links: absent. */
    public Map<LK, List<R>> rights(CallContext call, Collection<LK> of) {
        return seen(call, association.right(), dao.rightRows(of, rights));
    }

    /** Returns the left objects in scope of many right ones that the caller has got before; without links: absent. */
    public Map<RK, List<L>> lefts(CallContext call, Collection<RK> of) {
        return seen(call, association.left(), dao.leftRows(of, lefts));
    }

    private static <A, T extends Record> Map<A, List<T>> seen(
            CallContext call, Resource<T, ?> resource, Map<A, List<T>> rows) {
        Map<A, List<T>> seen = new LinkedHashMap<>();
        rows.forEach((key, all) -> seen.put(
                key,
                all.stream().filter(row -> resource.visible(call.scope(), row)).toList()));
        return seen;
    }

    private Link<L, R> lock(CallContext call, LK left, RK right) {
        Optional<R> early = lockedRightFirst(left, right) ? rights.lock(right) : null;
        Optional<L> leftRow = seen(call, association.left(), lefts.lock(left));
        Optional<R> rightRow = seen(call, association.right(), early != null ? early : rights.lock(right));
        return new Link<>(
                call,
                leftRow.orElseThrow(() -> association.left().notFound(left).toException()),
                rightRow.orElseThrow(() -> association.right().notFound(right).toException()));
    }

    /** Tells the order of locks: by the names of the resources, within one resource by key. */
    @SuppressWarnings("unchecked")
    private boolean lockedRightFirst(LK left, RK right) {
        return oneResource() ? ((Comparable<Object>) left).compareTo(right) > 0 : rightFirst;
    }

    private static <T extends Record> Optional<T> seen(CallContext call, Resource<T, ?> resource, Optional<T> row) {
        return row.filter(found -> resource.visible(call.scope(), found));
    }

    private String subject(LK left) {
        return association.left().name() + "/" + left;
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
        private final Association<L, LK, R, RK> association;
        private final AssociationDao<LK, RK> dao;
        private final Dao<L, LK> lefts;
        private final Dao<R, RK> rights;
        private final UnitOfWork unitOfWork;
        private AssociationValidationGroup<L, R> validation = AssociationValidationGroup.none();
        private AssociationNotifier<L, R> notifier = AssociationNotifier.none();
        private Consumer<Link<L, R>> afterLinking = link -> {};
        private Consumer<Link<L, R>> afterUnlinking = link -> {};

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

        /** Sets what to do after a link has been made and before that is announced; nothing unless called. */
        public Builder<L, LK, R, RK> afterLinking(Consumer<Link<L, R>> action) {
            this.afterLinking = action;
            return this;
        }

        /** Sets what to do after a link has been undone and before that is announced; nothing unless called. */
        public Builder<L, LK, R, RK> afterUnlinking(Consumer<Link<L, R>> action) {
            this.afterUnlinking = action;
            return this;
        }

        /** Returns the service. */
        public AssociationService<L, LK, R, RK> build() {
            return new AssociationService<>(this);
        }
    }
}
