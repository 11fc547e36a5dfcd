package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.LinkSet;
import dev.dovetail.operation.LinkState;
import dev.dovetail.operation.Links;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces the rights of one left object; rights outside the scope of the call keep their links and their places. */
final class SetReplacement<L extends Record, LK, R extends Record, RK> {
    private final LinkCalls<L, LK, R, RK> calls;
    private final Association<L, LK, R, RK> association;
    private final AssociationDao<LK, RK> dao;

    /** Is a right that is wanted, and what its link is to carry. */
    record Wish<RK>(RK key, Wanted wanted) {}

    SetReplacement(LinkCalls<L, LK, R, RK> calls) {
        this.calls = calls;
        this.association = calls.association;
        this.dao = calls.dao;
    }

    /** Returns whether anything changed. */
    boolean replace(CallContext call, LK left, List<Wish<RK>> wishes) {
        List<RK> wanted = wishes.stream().map(Wish::key).toList();
        return calls.unitOfWork.call(call, unit -> {
            Sides.Locked<L, RK, R> locked = calls.sides.lockLeft(call, left, wanted);
            Map<RK, Record> present = dao.linksOfLefts(List.of(left)).getOrDefault(left, Map.of());
            Map<RK, R> known = calls.sides.lockRights(locked, present.keySet(), wanted);
            requireSeen(call, wanted, known);
            Map<RK, Record> next = chosen(wishes, present);
            Set<RK> hidden = hidden(call, present, known);
            Map<RK, Record> whole = arranged(present, hidden, next);
            Links<L, R> links = new Before(present, known).links(call, locked.left(), whole, wanted, hidden);
            check(links);
            List<RK> shown = new ArrayList<>(present.keySet());
            shown.removeAll(hidden);
            boolean changed =
                    !same(shown, List.copyOf(next.keySet())) || !links.changed().isEmpty();
            if (changed) {
                dao.replace(left, whole);
            }
            links.removed().forEach(right -> calls.unlinked(links.linkBefore(right)));
            links.added().forEach(right -> calls.linked(links.linkAfter(right)));
            AssociationNotifier<L, R> notifier = calls.notifier;
            calls.about(unit, locked.left(), announcements -> notifier.replaced(links, changed, announcements));
            return changed;
        });
    }

    private void requireSeen(CallContext call, List<RK> wanted, Map<RK, R> known) {
        for (RK key : wanted) {
            R row = known.get(key);
            if (row == null || !association.right().visible(call.scope(), row)) {
                throw unknown(key);
            }
        }
    }

    private DovetailException unknown(RK key) {
        Resource<R, RK> right = association.right();
        return Errors.referenceNotFound(
                        Path.of(right.collection()),
                        right.name(),
                        Details.of(right.key().name(), key))
                .toException();
    }

    /**
     * Returns what each link is to carry, each right once; a repeat says nothing, its input is checked all the same.
     */
    private Map<RK, Record> chosen(List<Wish<RK>> wishes, Map<RK, Record> present) {
        Map<RK, Record> next = new LinkedHashMap<>();
        Violations violations = new Violations();
        Path list = Path.of(association.right().collection());
        for (int place = 0; place < wishes.size(); place++) {
            Wish<RK> wish = wishes.get(place);
            Record attributes = wish.wanted().choice().choose(present.get(wish.key()), place);
            if (wish.wanted().given()) {
                violations.addAll(calls.input.check(attributes, list.index(place)));
            }
            next.putIfAbsent(wish.key(), attributes);
        }
        violations.throwIfAny();
        return next;
    }

    /** Returns those of the present rights that the call does not see and so must not touch. */
    private Set<RK> hidden(CallContext call, Map<RK, Record> present, Map<RK, R> known) {
        Set<RK> hidden = new LinkedHashSet<>(present.keySet());
        hidden.removeIf(key -> {
            R row = known.get(key);
            return row == null || association.right().visible(call.scope(), row);
        });
        return hidden;
    }

    /** Returns all links that there will be in order, the hidden ones in the places that they have. */
    private Map<RK, Record> arranged(Map<RK, Record> present, Set<RK> hidden, Map<RK, Record> next) {
        if (hidden.isEmpty()) {
            return next;
        }
        List<RK> order = new ArrayList<>(next.keySet());
        int place = 0;
        for (RK key : present.keySet()) {
            if (hidden.contains(key)) {
                order.add(Math.min(place, order.size()), key);
            }
            place++;
        }
        Map<RK, Record> all = new HashMap<>(present);
        all.putAll(next);
        Map<RK, Record> arranged = new LinkedHashMap<>();
        order.forEach(key -> arranged.put(key, all.get(key)));
        return arranged;
    }

    private void check(Links<L, R> links) {
        calls.validation.checkSet(links);
        links.removed().forEach(right -> calls.validation.checkDissociation(links.linkBefore(right)));
        links.added().forEach(right -> calls.validation.checkAssociation(links.linkAfter(right)));
        links.changed().forEach(right -> calls.validation.checkAttributes(links.linkAfter(right)));
    }

    private boolean same(List<RK> present, List<RK> wanted) {
        return association.ordered()
                ? present.equals(wanted)
                : Set.copyOf(present).equals(Set.copyOf(wanted));
    }

    /** Knows the links as they are, and states by them what they will be. */
    private final class Before {
        private final Map<RK, Record> present;
        private final Map<RK, R> known;

        Before(Map<RK, Record> present, Map<RK, R> known) {
            this.present = present;
            this.known = known;
        }

        Links<L, R> links(CallContext call, L owner, Map<RK, Record> whole, List<RK> wanted, Set<RK> hidden) {
            LK left = association.left().keyOf(owner);
            Set<RK> touched = new LinkedHashSet<>(present.keySet());
            touched.addAll(wanted);
            Map<RK, List<LK>> lefts = association.tellsMain() ? dao.lefts(touched) : Map.of();
            Map<R, LinkState> before = new HashMap<>();
            present.forEach((key, attributes) -> {
                boolean mainLeft = left.equals(first(lefts.get(key)));
                state(key, new LinkState(isMain(present, key), mainLeft, attributes, null), before);
            });
            Map<R, LinkState> after = new HashMap<>();
            whole.forEach((key, attributes) -> {
                LK main = first(lefts.get(key));
                boolean mainLeft = association.tellsMain() && (main == null || left.equals(main));
                state(key, new LinkState(isMain(whole, key), mainLeft, attributes, present.get(key)), after);
            });
            List<RK> shown = new ArrayList<>(present.keySet());
            shown.removeAll(hidden);
            return new Links<>(call, owner, new LinkSet<>(rows(shown), before), new LinkSet<>(rows(wanted), after));
        }

        private void state(RK key, LinkState state, Map<R, LinkState> states) {
            R row = known.get(key);
            if (row != null) {
                states.put(row, state);
            }
        }

        private boolean isMain(Map<RK, Record> rights, RK key) {
            return association.tellsMain() && rights.keySet().iterator().next().equals(key);
        }

        private @Nullable LK first(@Nullable List<LK> lefts) {
            return lefts == null || lefts.isEmpty() ? null : lefts.get(0);
        }

        private List<R> rows(List<RK> keys) {
            List<R> rows = new ArrayList<>();
            for (RK key : keys) {
                R row = known.get(key);
                if (row != null) {
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
