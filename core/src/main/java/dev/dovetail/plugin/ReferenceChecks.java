package dev.dovetail.plugin;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.resource.Reference;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requires that what a column refers to exists and is seen by the caller; one look-up for all changes of a call.
 *
 * @param services where the resource referred to is found
 */
record ReferenceChecks<T extends Record, R extends Record, K>(
        Reference<T, K> reference, Resource<R, K> target, Services services) implements Rule<Change<T>> {

    /** Returns the rules of all references of a resource. */
    static <T extends Record> List<Rule<Change<T>>> of(Resource<T, ?> resource, Services services) {
        List<Rule<Change<T>>> rules = new ArrayList<>();
        resource.references().forEach(reference -> rules.add(of(reference, services)));
        return rules;
    }

    private static <T extends Record, K> Rule<Change<T>> of(Reference<T, K> reference, Services services) {
        return of(reference, reference.target(), services);
    }

    private static <T extends Record, R extends Record, K> Rule<Change<T>> of(
            Reference<T, K> reference, Resource<R, K> target, Services services) {
        return new ReferenceChecks<>(reference, target, services);
    }

    @Override
    public void check(Change<T> change, Violations violations) {
        checkAll(List.of(change), List.of(violations));
    }

    @Override
    public void checkAll(List<? extends Change<T>> changes, List<Violations> violations) {
        Map<Integer, K> wanted = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            K key = wanted(changes.get(i));
            if (key != null) {
                wanted.put(i, key);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<K, R> found = new LinkedHashMap<>();
        services.dao(target).findAll(List.copyOf(wanted.values())).forEach(row -> found.put(target.keyOf(row), row));
        wanted.forEach((index, key) -> {
            R row = found.get(key);
            if (row == null || !target.visible(changes.get(index).call().scope(), row)) {
                violations.get(index).add(unknown(key));
            }
        });
    }

    private @Nullable K wanted(Change<T> change) {
        return change.changed(reference.column()) ? reference.column().get(change.value()) : null;
    }

    private Violation unknown(K key) {
        String field = reference.column().name();
        return Errors.referenceNotFound(Path.of(field), target.name(), Details.of(field, key));
    }
}
