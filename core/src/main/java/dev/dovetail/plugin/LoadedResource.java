package dev.dovetail.plugin;

import dev.dovetail.CRUDService;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the plugin of a resource and its extensions together. */
final class LoadedResource<T extends Record, K> {
    private static final List<Operation> WRITES = List.of(Operation.CREATE, Operation.EDIT);

    private final ResourceParts<T, K> own;
    private final List<ResourceParts<T, K>> all;
    private final Resource<T, K> resource;

    @SuppressWarnings("unchecked") // equal resources have the same model and key
    LoadedResource(ResourcePlugin<T, K> plugin, List<ResourcePlugin<?, ?>> extensions) {
        this.own = plugin.has();
        this.all = new ArrayList<>(List.of(own));
        extensions.forEach(extension -> all.add((ResourceParts<T, K>) extension.has()));
        this.resource = own.resource.extendedBy(derived(all));
    }

    private static <T extends Record, K> Map<Derived<T, ?>, List<DerivedUse>> derived(List<ResourceParts<T, K>> all) {
        Map<Derived<T, ?>, List<DerivedUse>> derived = new LinkedHashMap<>();
        Map<String, Derived<T, ?>> byName = new HashMap<>();
        for (ResourceParts<T, K> parts : all) {
            parts.derived.forEach((value, uses) -> {
                derived.merge(value, uses, LoadedResource::either);
                boolean named = uses.contains(DerivedUse.FILTER) || uses.contains(DerivedUse.SORT);
                Derived<T, ?> other = named ? byName.putIfAbsent(value.name(), value) : null;
                if (other != null && !other.equals(value)) {
                    throw new IllegalArgumentException("resource '" + parts.resource.collection()
                            + "': two plugins give it different values of the name '" + value.name() + "'");
                }
            });
        }
        return derived;
    }

    private static List<DerivedUse> either(List<DerivedUse> some, List<DerivedUse> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** Returns the description with all that extensions add. */
    Resource<T, K> resource() {
        return resource;
    }

    Dao<T, K> dao(Store store) {
        return own.dao == null ? store.dao(resource) : own.dao.apply(store, resource);
    }

    void addTo(CRUDService.Builder<T, K> builder, Services services) {
        builder.validation(validation(services));
        builder.preparation(preparation(services));
        builder.notifier(notifier(services));
        for (ResourceParts<T, K> parts : all) {
            parts.deleting.forEach(action -> builder.beforeDelete(change -> action.accept(services, change)));
            parts.afterwards.forEach(action -> builder.afterwards(change -> action.accept(services, change)));
        }
    }

    private Function<Change<T>, T> preparation(Services services) {
        List<BiFunction<Services, Change<T>, T>> steps = new ArrayList<>();
        all.forEach(parts -> steps.addAll(parts.preparations));
        return asked -> {
            Change<T> change = asked;
            for (BiFunction<Services, Change<T>, T> step : steps) {
                change = change.becoming(step.apply(services, change));
            }
            return change.value();
        };
    }

    private Notifier<Change<T>> notifier(Services services) {
        Notifier<Change<T>> notifier = Notifier.none();
        for (ResourceParts<T, K> parts : all) {
            for (Function<Services, Notifier<Change<T>>> made : parts.notifiers) {
                Notifier<Change<T>> next = made.apply(services);
                notifier = notifier.isSilent() ? next : notifier.then(next);
            }
        }
        return notifier;
    }

    private ValidationGroup<T> validation(Services services) {
        ValidationGroup.Builder<T> builder = ValidationGroup.builder();
        if (checksUnique()) {
            add(builder, Rules.unique(resource).over(services.dao(resource)), WRITES);
        }
        ReferenceChecks.of(resource, services).forEach(rule -> add(builder, rule, WRITES));
        boolean contributed = false;
        for (ResourceParts.Placed<T> placed : own.rules) {
            if (Rules.isContributed(placed.given())) {
                addContributed(builder, services);
                contributed = true;
            } else {
                add(builder, bound(placed, services), placed.operations());
            }
        }
        if (!contributed) {
            addContributed(builder, services);
        }
        ValidationGroup<T> rules = (own.stopAtFirst ? builder.stopAtFirst() : builder).build();
        for (int i = own.groups.size() - 1; i >= 0; i--) {
            rules = own.groups.get(i).apply(services).then(rules);
        }
        return rules;
    }

    /** Returns whether the check of unique values goes before all other rules. */
    private boolean checksUnique() {
        boolean placed = own.rules.stream().anyMatch(rule -> UniqueValues.class.isInstance(rule.given()));
        return own.uniqueRule && own.groups.isEmpty() && resource.uniques().size() > 1 && !placed;
    }

    private void addContributed(ValidationGroup.Builder<T> builder, Services services) {
        for (ResourceParts<T, K> parts : all.subList(1, all.size())) {
            parts.rules.forEach(placed -> add(builder, bound(placed, services), placed.operations()));
        }
    }

    @SuppressWarnings("unchecked") // unique values of this resource
    private Rule<? super Change<T>> bound(ResourceParts.Placed<T> placed, Services services) {
        Object rule = placed.given();
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
