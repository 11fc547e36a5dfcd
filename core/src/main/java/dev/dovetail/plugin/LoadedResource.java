package dev.dovetail.plugin;

import dev.dovetail.CRUDService;
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
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.UniqueValues;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the plugin of a resource and its extensions together. */
final class LoadedResource<T extends Record, K> {
    private final ResourceParts<T, K> own;
    private final List<ResourceParts<T, K>> all;
    private final Resource<T, K> resource;

    @SuppressWarnings("unchecked") // equal resources have the same model and key
    LoadedResource(ResourcePlugin<T, K> plugin, List<ResourcePlugin<?, ?>> extensions) {
        this.own = plugin.has();
        this.all = new ArrayList<>(List.of(own));
        extensions.forEach(extension -> all.add((ResourceParts<T, K>) extension.has()));
        Map<Derived<T, ?>, List<DerivedUse>> derived = new LinkedHashMap<>();
        all.forEach(parts -> derived.putAll(parts.derived));
        this.resource = own.resource.extendedBy(derived);
    }

    /** Returns the description with all that extensions add. */
    Resource<T, K> resource() {
        return resource;
    }

    Dao<T, K> dao(Store store) {
        Dao<T, K> given = own.dao == null ? null : own.dao.apply(store);
        return given == null ? store.dao(resource) : given;
    }

    void addTo(CRUDService.Builder<T, K> builder, Services services) {
        builder.validation(validation(services));
        preparation(services, builder);
        builder.notifier(notifier(services));
        for (ResourceParts<T, K> parts : all) {
            parts.deleting.forEach(action -> builder.beforeDelete(change -> action.accept(services, change)));
            parts.afterwards.forEach(made -> made.apply(services).ifPresent(builder::afterwards));
        }
    }

    private void preparation(Services services, CRUDService.Builder<T, K> builder) {
        List<Preparation<T>> steps = new ArrayList<>();
        all.forEach(parts -> parts.preparations.forEach(made -> steps.add(made.apply(services))));
        if (!steps.isEmpty()) {
            builder.preparation((call, before, draft) -> {
                T prepared = draft;
                for (Preparation<T> step : steps) {
                    prepared = step.prepare(call, before, prepared);
                }
                return prepared;
            });
        }
    }

    private Notifier<Change<T>> notifier(Services services) {
        Notifier<Change<T>> nothing = Notifier.none();
        Notifier<Change<T>> notifier = nothing;
        for (ResourceParts<T, K> parts : all) {
            for (Function<Services, Notifier<Change<T>>> made : parts.notifiers) {
                Notifier<Change<T>> next = made.apply(services);
                if (next != nothing) {
                    notifier = notifier == nothing ? next : notifier.then(next);
                }
            }
        }
        return notifier;
    }

    private ValidationGroup<T> validation(Services services) {
        ValidationGroup.Builder<T> contributed = ValidationGroup.builder();
        List<Rule<Change<T>>> references = ReferenceChecks.of(resource, services);
        if (own.group != null) {
            references.forEach(rule -> add(contributed, rule, List.of(Operation.CREATE, Operation.EDIT)));
            addContributed(contributed, services);
            own.rules.forEach(placed -> add(contributed, bound(placed, services), placed.operations()));
            return own.group.apply(services).then(contributed.build());
        }
        ValidationGroup.Builder<T> builder = ValidationGroup.builder();
        if (own.uniqueRule && resource.uniques().size() > 1 && !placed(UniqueValues.class)) {
            add(
                    builder,
                    Rules.unique(resource).over(services.dao(resource)),
                    List.of(Operation.CREATE, Operation.EDIT));
        }
        references.forEach(rule -> add(builder, rule, List.of(Operation.CREATE, Operation.EDIT)));
        boolean marked = false;
        for (ResourceParts.Placed<T> placed : own.rules) {
            if (Rules.isContributed(placed.rule())) {
                addContributed(builder, services);
                marked = true;
            } else {
                add(builder, bound(placed, services), placed.operations());
            }
        }
        if (!marked) {
            addContributed(builder, services);
        }
        return (own.stopAtFirst ? builder.stopAtFirst() : builder).build();
    }

    private boolean placed(Class<?> type) {
        return own.rules.stream().anyMatch(placed -> type.isInstance(placed.rule()));
    }

    private void addContributed(ValidationGroup.Builder<T> builder, Services services) {
        for (ResourceParts<T, K> parts : all.subList(1, all.size())) {
            parts.rules.forEach(placed -> add(builder, bound(placed, services), placed.operations()));
        }
    }

    @SuppressWarnings("unchecked") // unique values of this resource
    private Rule<? super Change<T>> bound(ResourceParts.Placed<T> placed, Services services) {
        Object rule = placed.rule();
        return rule instanceof UniqueValues<?> unique
                ? ((UniqueValues<T>) unique).over(services.dao(resource))
                : placed.made().apply(services);
    }

    private static <T> void add(
            ValidationGroup.Builder<T> builder, Rule<? super Change<T>> rule, Iterable<Operation> operations) {
        for (Operation operation : operations) {
            switch (operation) {
                case CREATE -> builder.create(rule);
                case EDIT -> builder.edit(rule);
                case DELETE -> builder.delete(rule);
            }
        }
    }
}
