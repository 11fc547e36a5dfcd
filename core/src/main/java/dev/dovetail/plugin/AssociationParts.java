package dev.dovetail.plugin;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Store;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.LinkOperation;
import dev.dovetail.operation.Links;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds what an {@link AssociationPlugin} was given; changed only before the plugin is made. */
final class AssociationParts<L extends Record, LK, R extends Record, RK> {
    final Association<L, LK, R, RK> association;
    final List<Function<Services, Rule<? super Link<L, R>>>> associationRules = new ArrayList<>();
    final List<Function<Services, Rule<? super Link<L, R>>>> dissociationRules = new ArrayList<>();
    final List<Function<Services, Rule<? super Link<L, R>>>> attributesRules = new ArrayList<>();
    final List<Function<Services, Rule<? super Links<L, R>>>> setRules = new ArrayList<>();
    final List<BiConsumer<Services, Link<L, R>>> afterLinking = new ArrayList<>();
    final List<BiConsumer<Services, Link<L, R>>> afterUnlinking = new ArrayList<>();
    final List<UnlinkedHook<L, RK>> leftUnlinked = new ArrayList<>();
    final List<UnlinkedHook<R, LK>> rightUnlinked = new ArrayList<>();
    final List<Function<Services, AssociationNotifier<L, R>>> notifiers = new ArrayList<>();
    final List<Function<Services, AssociationValidationGroup<L, R>>> groups = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    final List<Plugin> parts = new ArrayList<>();
    BiFunction<L, List<RK>, Violation> leftInUse;
    BiFunction<R, List<LK>, Violation> rightInUse;
    boolean stopAtFirst;

    @Nullable
    Function<Store, AssociationDao<LK, RK>> dao;

    AssociationParts(Association<L, LK, R, RK> association) {
        this.association = association;
        this.leftInUse = (left, rights) -> Rules.inUse(association.left(), left, association.right(), rights);
        this.rightInUse = (right, lefts) -> Rules.inUse(association.right(), right, association.left(), lefts);
    }

    AssociationParts<L, LK, R, RK> copy() {
        AssociationParts<L, LK, R, RK> copy = new AssociationParts<>(association);
        copy.associationRules.addAll(associationRules);
        copy.dissociationRules.addAll(dissociationRules);
        copy.attributesRules.addAll(attributesRules);
        copy.setRules.addAll(setRules);
        copy.afterLinking.addAll(afterLinking);
        copy.afterUnlinking.addAll(afterUnlinking);
        copy.leftUnlinked.addAll(leftUnlinked);
        copy.rightUnlinked.addAll(rightUnlinked);
        copy.commands.addAll(commands);
        copy.parts.addAll(parts);
        copy.leftInUse = leftInUse;
        copy.rightInUse = rightInUse;
        copy.notifiers.addAll(notifiers);
        copy.groups.addAll(groups);
        copy.stopAtFirst = stopAtFirst;
        copy.dao = dao;
        return copy;
    }

    void rule(Function<Services, Rule<? super Link<L, R>>> made, LinkOperation... operations) {
        List<LinkOperation> when =
                operations.length == 0 ? List.of(LinkOperation.ASSOCIATE) : Arrays.asList(operations);
        if (when.contains(LinkOperation.ASSOCIATE)) {
            associationRules.add(made);
        }
        if (when.contains(LinkOperation.DISSOCIATE)) {
            dissociationRules.add(made);
        }
    }

    /** Returns the rules of the association, with the services. */
    AssociationValidationGroup<L, R> validation(Services services) {
        AssociationValidationGroup.Builder<L, R> builder = AssociationValidationGroup.builder();
        if (association.requiresSameTenant()) {
            builder.association(Rules.sameTenant(association));
        }
        associationRules.forEach(rule -> builder.association(rule.apply(services)));
        dissociationRules.forEach(rule -> builder.dissociation(rule.apply(services)));
        attributesRules.forEach(rule -> builder.attributes(rule.apply(services)));
        setRules.forEach(rule -> builder.set(rule.apply(services)));
        AssociationValidationGroup<L, R> all = (stopAtFirst ? builder.stopAtFirst() : builder).build();
        for (int i = groups.size() - 1; i >= 0; i--) {
            all = groups.get(i).apply(services).then(all);
        }
        return all;
    }

    /** Returns what is announced, with the services; the notifier of nothing if nothing is. */
    AssociationNotifier<L, R> notifier(Services services) {
        AssociationNotifier<L, R> all = AssociationNotifier.none();
        for (Function<Services, AssociationNotifier<L, R>> made : notifiers) {
            all = all.then(made.apply(services));
        }
        return commands.isEmpty() ? all : all.commands(commands);
    }
}
