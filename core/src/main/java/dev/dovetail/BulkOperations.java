package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates, edits and deletes many objects of one resource, each step for all of them before the next. */
final class BulkOperations<T extends Record, K> {
    private final CrudSteps<T, K> steps;
    private final Dao<T, K> dao;
    private final ValidationGroup<T> validation;

    BulkOperations(CrudSteps<T, K> steps, Dao<T, K> dao, ValidationGroup<T> validation) {
        this.steps = steps;
        this.dao = dao;
        this.validation = validation;
    }

    List<T> createAll(CallContext call, UnitOfWork.SubjectAnnouncements unit, List<T> rows) {
        Faults.each(rows, (i, row) -> steps.refuseFaults(row));
        List<Change<T>> changes = new ArrayList<>(rows.size());
        Faults.each(rows, (i, row) -> changes.add(steps.creation(call, row)));
        validation.checkAll(changes);
        refuseOutside(call, changes);
        List<T> created = dao.createAll(changes.stream().map(Change::value).toList());
        created.forEach(row -> steps.done(unit, Change.create(call, row)));
        return created;
    }

    List<T> editAll(CallContext call, UnitOfWork.SubjectAnnouncements unit, Map<K, Edit<T>> edits) {
        List<K> keys = List.copyOf(edits.keySet());
        List<T> before = lockAll(call, keys);
        List<Change<T>> changes = new ArrayList<>(keys.size());
        Faults.each(
                before, (i, row) -> changes.add(steps.edit(call, row, Objects.requireNonNull(edits.get(keys.get(i))))));
        validation.checkAll(changes);
        refuseOutside(call, changes);
        List<T> after = update(changes);
        for (int i = 0; i < after.size(); i++) {
            steps.done(
                    unit,
                    Change.edit(
                            call, before.get(i), after.get(i), changes.get(i).given()));
        }
        return after;
    }

    /** Writes the objects that differ from what is stored, and returns all of them as stored. */
    private List<T> update(List<Change<T>> changes) {
        List<Integer> differing = new ArrayList<>();
        List<T> before = new ArrayList<>();
        List<T> wanted = new ArrayList<>();
        List<T> after = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            T stored = changes.get(i).before().orElseThrow();
            T draft = changes.get(i).value();
            after.add(stored);
            if (!draft.equals(stored)) {
                differing.add(i);
                before.add(stored);
                wanted.add(draft);
            }
        }
        List<T> written = Faults.under(differing, () -> dao.updateAll(before, wanted));
        for (int i = 0; i < written.size(); i++) {
            after.set(differing.get(i), written.get(i));
        }
        return after;
    }

    void deleteAll(CallContext call, UnitOfWork.SubjectAnnouncements unit, Collection<K> wanted) {
        List<K> keys = List.copyOf(new LinkedHashSet<>(wanted));
        List<Change<T>> changes = lockAll(call, keys).stream()
                .map(row -> Change.delete(call, row))
                .toList();
        validation.checkAll(changes);
        List<Announced> announced = new ArrayList<>(keys.size());
        Faults.each(changes, (i, change) -> announced.add(steps.deleting(change)));
        dao.deleteAll(keys);
        for (int i = 0; i < changes.size(); i++) {
            steps.deleted(unit, changes.get(i), announced.get(i));
        }
    }

    /** Returns the objects with these keys in this order, locked; every one that is not there is told. */
    private List<T> lockAll(CallContext call, List<K> keys) {
        Map<K, T> found = new HashMap<>();
        for (T row : dao.lockAll(keys)) {
            if (steps.resource().visible(call.scope(), row)) {
                found.put(steps.resource().keyOf(row), row);
            }
        }
        Violations missing = new Violations();
        List<T> rows = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            T row = found.get(keys.get(i));
            if (row == null) {
                missing.add(steps.resource().notFound(keys.get(i)).at(i));
            } else {
                rows.add(row);
            }
        }
        missing.throwIfAny();
        return rows;
    }

    private void refuseOutside(CallContext call, List<Change<T>> changes) {
        Faults.each(changes, (i, change) -> steps.refuseOutside(call, change.value()));
    }
}
