package dev.dovetail.plugin;

import dev.dovetail.Preparation;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.DerivedUse;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds what a {@link ResourcePlugin} was given; changed only before the plugin is made. */
final class ResourceParts<T extends Record, K> {
    final Resource<T, K> resource;
    final boolean extension;
    final List<Placed<T>> rules;
    final List<Function<Services, Preparation<T>>> preparations;
    final List<BiConsumer<Services, Change<T>>> deleting;
    final List<Function<Services, Optional<Consumer<Change<T>>>>> afterwards;
    final List<Function<Services, Notifier<Change<T>>>> notifiers;
    final Map<Derived<T, ?>, List<DerivedUse>> derived;
    final List<Plugin> parts;
    boolean stopAtFirst;
    boolean uniqueRule = true;

    @Nullable
    Function<Store, ? extends @Nullable Dao<T, K>> dao;

    @Nullable
    Function<Services, ValidationGroup<T>> group;

    /** A rule and when it runs; {@code rule} is null if it is made from the services. */
    record Placed<T extends Record>(
            @Nullable Rule<? super Change<T>> rule,
            Function<Services, Rule<? super Change<T>>> made,
            Set<Operation> operations) {}

    ResourceParts(Resource<T, K> resource, boolean extension) {
        this.resource = resource;
        this.extension = extension;
        this.rules = new ArrayList<>();
        this.preparations = new ArrayList<>();
        this.deleting = new ArrayList<>();
        this.afterwards = new ArrayList<>();
        this.notifiers = new ArrayList<>();
        this.derived = new LinkedHashMap<>();
        this.parts = new ArrayList<>();
    }

    ResourceParts<T, K> copy() {
        ResourceParts<T, K> copy = new ResourceParts<>(resource, extension);
        copy.rules.addAll(rules);
        copy.preparations.addAll(preparations);
        copy.deleting.addAll(deleting);
        copy.afterwards.addAll(afterwards);
        copy.notifiers.addAll(notifiers);
        copy.derived.putAll(derived);
        copy.parts.addAll(parts);
        copy.stopAtFirst = stopAtFirst;
        copy.uniqueRule = uniqueRule;
        copy.dao = dao;
        copy.group = group;
        return copy;
    }

    void rule(Rule<? super Change<T>> rule, Operation... operations) {
        rules.add(new Placed<>(rule, services -> rule, when(operations)));
    }

    void rule(Function<Services, Rule<? super Change<T>>> made, Operation... operations) {
        rules.add(new Placed<>(null, made, when(operations)));
    }

    private static Set<Operation> when(Operation... operations) {
        return operations.length == 0
                ? EnumSet.of(Operation.CREATE, Operation.EDIT)
                : EnumSet.copyOf(Arrays.asList(operations));
    }
}
