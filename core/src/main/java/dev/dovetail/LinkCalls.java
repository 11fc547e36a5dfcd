package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.notification.Announcements;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.LinkState;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.transaction.ending.Ending;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.AttributesValidator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes, changes and undoes single links of one association. */
final class LinkCalls<L extends Record, LK, R extends Record, RK> {
    final Association<L, LK, R, RK> association;
    final AssociationDao<LK, RK> dao;
    final Sides<L, LK, R, RK> sides;
    final UnitOfWork unitOfWork;
    final AssociationValidationGroup<L, R> validation;
    final AttributesValidator<?> input;
    final AssociationNotifier<L, R> notifier;
    private final List<Consumer<Link<L, R>>> afterLinking;
    private final List<Consumer<Link<L, R>>> afterUnlinking;
    /** Whether nothing has to be known of a link before it is made or undone but whether there is one. */
    private final boolean plain;

    private final boolean silent;

    LinkCalls(AssociationService.Builder<L, LK, R, RK> builder) {
        this.association = builder.association;
        this.dao = builder.dao;
        this.sides = new Sides<>(association, dao, builder.lefts, builder.rights);
        this.unitOfWork = builder.unitOfWork;
        this.validation = builder.validation;
        this.input = AttributesValidator.of(
                association.attributes(), association.right().name(), builder.constraints);
        this.notifier = builder.notifier;
        this.afterLinking = List.copyOf(builder.afterLinking);
        this.afterUnlinking = List.copyOf(builder.afterUnlinking);
        this.silent = notifier.isSilent();
        this.plain = validation.isEmpty() && !association.tellsMain() && !association.hasAttributes();
    }

    /** Returns whether the two were not linked before, or their link carried something else. */
    boolean associate(CallContext call, LK left, RK right, Wanted wanted) {
        return unitOfWork.call(call, unit -> {
            Link<L, R> link = sides.lock(call, left, right);
            if (plain && !wanted.given()) {
                return toWriteLast(unit, afterLinking).linkIfAbsent(left, right) && associated(unit, without(link));
            }
            Optional<Record> present = dao.find(left, right);
            Record next = wanted.choice().choose(present.orElse(null), 0);
            if (wanted.given()) {
                Violations violations = new Violations();
                violations.addAll(input.check(next, Path.whole()));
                violations.throwIfAny();
            }
            if (present.isPresent()) {
                return wanted.given() && change(unit, link, present.get(), next);
            }
            Link<L, R> made = stating(
                    link,
                    () -> dao.rights(left).isEmpty(),
                    () -> dao.lefts(right).isEmpty(),
                    next,
                    null);
            validation.checkAssociation(made);
            dao.link(left, right, next);
            return associated(unit, made);
        });
    }

    private boolean associated(UnitOfWork.SubjectAnnouncements unit, Link<L, R> made) {
        linked(made);
        about(unit, made.left(), announcements -> notifier.associated(made, announcements));
        return true;
    }

    /** Returns the DAO for the last write of a call, which the unit is told unless something follows that. */
    private AssociationDao<LK, RK> toWriteLast(
            UnitOfWork.SubjectAnnouncements unit, List<Consumer<Link<L, R>>> afterwards) {
        if (silent && afterwards.isEmpty()) {
            Ending.announce(unit, dao);
        }
        return dao;
    }

    /** Does what follows the making of a link. */
    void linked(Link<L, R> made) {
        afterLinking.forEach(action -> action.accept(made));
    }

    /** Does what follows the undoing of a link. */
    void unlinked(Link<L, R> undone) {
        afterUnlinking.forEach(action -> action.accept(undone));
    }

    /** Returns a link that carries nothing. */
    private Link<L, R> without(Link<L, R> link) {
        return stating(link, () -> false, () -> false, association.attributes().defaults(), null);
    }

    /** Gives a link that is there other attributes, and says so. */
    private boolean change(UnitOfWork.SubjectAnnouncements unit, Link<L, R> link, Record present, Record next) {
        LK left = association.left().keyOf(link.left());
        RK right = association.right().keyOf(link.right());
        Link<L, R> changed =
                stating(link, () -> isMainRight(left, right), () -> isMainLeft(left, right), next, present);
        if (changed.state().changed()) {
            validation.checkAttributes(changed);
            dao.change(left, right, next);
        }
        about(unit, changed.left(), announcements -> notifier.attributed(changed, announcements));
        return changed.state().changed();
    }

    /** Returns whether the two were linked before. */
    boolean dissociate(CallContext call, LK left, RK right) {
        return unitOfWork.call(call, unit -> {
            Link<L, R> link = sides.lock(call, left, right);
            if (plain) {
                return toWriteLast(unit, afterUnlinking).unlink(left, right) && dissociated(unit, without(link));
            }
            Optional<Record> present = dao.find(left, right);
            if (present.isEmpty()) {
                return false;
            }
            List<RK> rights = association.tellsMain() ? dao.rights(left) : List.of();
            Link<L, R> undone = stating(
                    link, () -> right.equals(rights.get(0)), () -> isMainLeft(left, right), present.get(), null);
            validation.checkDissociation(undone);
            dao.unlink(left, right);
            if (undone.mainRight() && association.lowestSucceeds()) {
                dao.replace(left, association.remaining(rights, right));
            }
            return dissociated(unit, undone);
        });
    }

    private boolean dissociated(UnitOfWork.SubjectAnnouncements unit, Link<L, R> undone) {
        unlinked(undone);
        about(unit, undone.left(), announcements -> notifier.dissociated(undone, announcements));
        return true;
    }

    private interface Asked {
        boolean tell();
    }

    /** Returns a link with its state; which is main is asked only where the association tells. */
    private Link<L, R> stating(
            Link<L, R> link, Asked mainRight, Asked mainLeft, Record attributes, @Nullable Record before) {
        LinkState state = association.tellsMain()
                ? new LinkState(mainRight.tell(), mainLeft.tell(), attributes, before)
                : new LinkState(false, false, attributes, before);
        return new Link<>(link.call(), link.left(), link.right(), state);
    }

    private boolean isMainRight(LK left, RK right) {
        return right.equals(dao.rights(left).get(0));
    }

    private boolean isMainLeft(LK left, RK right) {
        return left.equals(dao.lefts(right).get(0));
    }

    /**
     * Lets a notifier announce something about a left object, whose tenant its events have; the call's if it has none.
     */
    void about(UnitOfWork.SubjectAnnouncements unit, L left, Consumer<Announcements> announces) {
        Resource<L, LK> resource = association.left();
        String subject = resource.name() + "/" + resource.keyOf(left);
        if (resource.tenant().isPresent()) {
            unit.about(subject, resource.tenantOf(left), announces);
        } else {
            unit.about(subject, announces);
        }
    }
}
