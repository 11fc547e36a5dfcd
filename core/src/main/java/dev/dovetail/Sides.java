package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks up and locks the objects on both sides of an association, confined to the scope of the call.
 *
 * <p>Locks are taken in the order of the names of the resources, within one resource in that of the keys.
 */
final class Sides<L extends Record, LK, R extends Record, RK> {
    private final Association<L, LK, R, RK> association;
    private final AssociationDao<LK, RK> links;
    private final Dao<L, LK> lefts;
    private final Dao<R, RK> rights;
    private final boolean rightFirst;
    private final boolean oneResource;

    Sides(Association<L, LK, R, RK> association, AssociationDao<LK, RK> links, Dao<L, LK> lefts, Dao<R, RK> rights) {
        this.association = association;
        this.links = links;
        this.lefts = lefts;
        this.rights = rights;
        int order = association.left().name().compareTo(association.right().name());
        this.rightFirst = order > 0;
        this.oneResource = order == 0;
    }

    /** Locks both sides of a link, which must be in scope. */
    Link<L, R> lock(CallContext call, LK left, RK right) {
        Optional<R> early = lockedRightFirst(left, right) ? rights.lock(right) : null;
        Optional<L> leftRow = seen(call, association.left(), lefts.lock(left));
        Optional<R> rightRow = seen(call, association.right(), early != null ? early : rights.lock(right));
        return new Link<>(
                call,
                leftRow.orElseThrow(() -> association.left().notFound(left).toException()),
                rightRow.orElseThrow(() -> association.right().notFound(right).toException()));
    }

    @SuppressWarnings("unchecked") // keys of one resource compare
    private boolean lockedRightFirst(LK left, RK right) {
        return oneResource ? ((Comparable<Object>) left).compareTo(right) > 0 : rightFirst;
    }

    /** Is a left object and the right ones that are locked with it, by key, whatever their scope. */
    record Locked<L, RK, R>(L left, Map<RK, R> rights) {}

    /**
     * Locks a left object, which must be in scope, and before it those right ones that come first in the order of
     * locks.
     */
    Locked<L, RK, R> lockLeft(CallContext call, LK left, List<RK> wanted) {
        Map<RK, R> before = lockBefore(left, wanted);
        L owner = seen(call, association.left(), lefts.lock(left))
                .orElseThrow(() -> association.left().notFound(left).toException());
        return new Locked<>(owner, before);
    }

    @SuppressWarnings("unchecked") // within one resource the left key is a right key as well
    private Map<RK, R> lockBefore(LK left, List<RK> wanted) {
        Set<RK> keys = new TreeSet<>(wanted);
        if (rightFirst || oneResource) {
            keys.addAll(links.rights(left));
        }
        if (oneResource) {
            keys.add((RK) left);
        }
        return rightFirst || oneResource ? lock(keys) : Map.of();
    }

    private Map<RK, R> lock(Set<RK> keys) {
        Map<RK, R> known = new LinkedHashMap<>();
        rights.lockAll(keys).forEach(row -> known.put(association.right().keyOf(row), row));
        return known;
    }

    /** Locks further right objects, those that there are, and returns all that are locked. */
    Map<RK, R> lockRights(Locked<L, RK, R> locked, Collection<RK> present, Collection<RK> wanted) {
        Set<RK> missing = new TreeSet<>(present);
        missing.addAll(wanted);
        missing.removeAll(locked.rights().keySet());
        Map<RK, R> known = new LinkedHashMap<>(locked.rights());
        if (!missing.isEmpty()) {
            known.putAll(lock(missing));
        }
        return known;
    }

    /** Fails unless a left object is in scope. */
    void requireLeft(CallContext call, LK left) {
        if (seen(call, association.left(), lefts.find(left)).isEmpty()) {
            throw association.left().notFound(left).toException();
        }
    }

    /** Fails unless a right object is in scope. */
    void requireRight(CallContext call, RK right) {
        if (seen(call, association.right(), rights.find(right)).isEmpty()) {
            throw association.right().notFound(right).toException();
        }
    }

    private static <T extends Record> Optional<T> seen(CallContext call, Resource<T, ?> resource, Optional<T> row) {
        return row.filter(found -> resource.visible(call.scope(), found));
    }
}
