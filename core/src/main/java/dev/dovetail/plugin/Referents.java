package dev.dovetail.plugin;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Reference;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes what happens to the objects that refer to one which is deleted; batch by batch, however many they are. */
final class Referents {
    private static final int BATCH = 500;
    private static final int TOLD = 20;

    private Referents() {}

    /** Returns what the deletion of an object does because of the references that a resource declares. */
    static <T extends Record, K, O extends Record, OK> List<Consumer<Change<T>>> guards(
            Resource<T, K> deleted, Resource<O, OK> referring, Services services) {
        List<Consumer<Change<T>>> guards = new ArrayList<>();
        for (Reference<O, ?> reference : referring.references()) {
            if (reference.target().equals(deleted)) {
                @SuppressWarnings("unchecked") // the target's key is of the type that the reference holds
                Reference<O, K> its = (Reference<O, K>) reference;
                guards.add(new Guard<>(deleted, referring, its, services));
            }
        }
        return guards;
    }

    private record Guard<T extends Record, K, O extends Record, OK>(
            Resource<T, K> deleted, Resource<O, OK> referring, Reference<O, K> reference, Services services)
            implements Consumer<Change<T>> {

        @Override
        public void accept(Change<T> deletion) {
            K key = deleted.keyOf(deletion.value());
            CallContext everywhere = deletion.call().in(Scope.all()); // whoever refers to it, of whatever tenant
            CRUDService<O, OK> service = services.of(referring);
            switch (reference.onDelete()) {
                case REFUSE -> refuse(deletion.value(), key);
                case SET_NULL -> {
                    for (List<OK> some = keys(key, BATCH); !some.isEmpty(); some = keys(key, BATCH)) {
                        Map<OK, Edit<O>> edits = new LinkedHashMap<>();
                        some.forEach(
                                other -> edits.put(other, Edit.of(referring).set(reference.column(), null)));
                        service.editAll(everywhere, edits);
                    }
                }
                case CASCADE -> {
                    for (List<OK> some = keys(key, BATCH); !some.isEmpty(); some = keys(key, BATCH)) {
                        service.deleteAll(everywhere, some);
                    }
                }
            }
        }

        private List<OK> keys(K key, int most) {
            Search<O> search =
                    Search.where(Criterion.equal(reference.column(), key)).limit(most);
            return services.dao(referring).search(search).items().stream()
                    .map(referring::keyOf)
                    .toList();
        }

        private void refuse(T row, K key) {
            List<OK> others = keys(key, TOLD);
            if (!others.isEmpty()) {
                Violations violations = new Violations();
                violations.add(Rules.inUse(deleted, row, referring, others));
                violations.throwIfAny();
            }
        }
    }
}
