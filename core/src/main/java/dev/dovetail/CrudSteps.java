package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.Announcements;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.InputValidator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds the steps that the operations of a service consist of, whether they are done to one object or to many. */
final class CrudSteps<T extends Record, K> {
    private final Dao<T, K> dao;
    private final UnitOfWork unitOfWork;
    private final Resource<T, K> resource;
    private final InputValidator<T> input;
    private final Preparation<T> preparation;
    private final boolean prepares;
    private final Notifier<Change<T>> notifier;
    private final List<Consumer<Change<T>>> beforeDelete;
    private final List<Consumer<Change<T>>> afterwards;
    private final boolean endsWithData;

    CrudSteps(CRUDService.Builder<T, K> builder) {
        this.dao = builder.dao;
        this.unitOfWork = builder.unitOfWork;
        this.resource = builder.dao.resource();
        this.input = InputValidator.of(resource);
        this.preparation = builder.preparation;
        this.prepares = preparation != Preparation.<T>none();
        this.notifier = builder.notifier;
        this.beforeDelete = List.copyOf(builder.beforeDelete);
        this.afterwards = List.copyOf(builder.afterwards);
        this.endsWithData = notifier == Notifier.<Change<T>>none() && afterwards.isEmpty();
    }

    Resource<T, K> resource() {
        return resource;
    }

    InputValidator<T> input() {
        return input;
    }

    /** Returns the DAO, for the last write of the unit of work if nothing follows that. */
    Dao<T, K> toWrite() {
        return endsWithData && unitOfWork.endsWithCall() ? dao.last() : dao;
    }

    void refuseFaults(T row) {
        throwIfAny(input.check(row));
    }

    private static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new DovetailException(violations);
        }
    }

    /** Returns the creation of an object, owned and prepared. */
    Change<T> creation(CallContext call, T row) {
        return Change.create(call, fitted(preparation.prepare(call, null, owned(call, row))));
    }

    /** Returns what the store will keep of a draft, so that rules, answers and events see nothing else. */
    private T fitted(T draft) {
        if (prepares) {
            throwIfAny(input.checkValues(draft));
        }
        return dao.fitted(draft);
    }

    private T owned(CallContext call, T row) {
        Column<T, ?> tenant = resource.tenant().orElse(null);
        if (tenant == null || tenant.get(row) != null || call.scope().home().isEmpty()) {
            return row;
        }
        @Nullable Object[] values = resource.values(row);
        values[tenant.index()] = call.scope().home().get();
        return resource.construct(values);
    }

    /** Returns the edit of an object, its input checked and prepared. */
    Change<T> edit(CallContext call, T before, Edit<T> edit) {
        refuseStale(before, edit);
        T edited = edit.applyTo(before);
        throwIfAny(input.check(edited, edit));
        T draft = fitted(preparation.prepare(call, before, edited));
        refuseOtherKey(resource.keyOf(before), draft);
        return Change.edit(call, before, draft, edit.given());
    }

    private void refuseStale(T before, Edit<T> edit) {
        Object expected = edit.expected();
        if (expected == null || resource.version().isEmpty()) {
            return;
        }
        Number stored = version(before);
        if (((Number) expected).longValue() != stored.longValue()) {
            throw Errors.staleVersion(resource.name(), expected, stored).toException();
        }
    }

    /** Returns the version of a stored object. */
    Number version(T row) {
        Column<T, ?> version = resource.version()
                .orElseThrow(() -> new IllegalArgumentException(
                        resource + ": has no version to tell stale edits by; declare it by Resource.Builder.version"));
        return (Number) Objects.requireNonNull(version.get(row));
    }

    private void refuseOtherKey(K key, T draft) {
        if (!resource.keyOf(draft).equals(key)) {
            throw Errors.notPermitted(
                            resource.name(),
                            "The key of an object cannot be changed.",
                            Details.of(resource.key().name(), key))
                    .toException();
        }
    }

    void refuseOutside(CallContext call, T row) {
        if (!resource.visible(call.scope(), row)) {
            throw Errors.notPermitted(
                            resource.name(), "The object would be outside the scope of the call.", Details.none())
                    .toException();
        }
    }

    /** Does what comes before an object is deleted, and returns what is to be announced once it is. */
    Announced deleting(Change<T> change) {
        Announced announced = new Announced();
        notifier.notify(change, announced);
        beforeDelete.forEach(guard -> guard.accept(change));
        return announced;
    }

    void deleted(UnitOfWork.SubjectAnnouncements unit, Change<T> change, Announced announced) {
        afterwards.forEach(step -> step.accept(change));
        about(unit, change, announced::replay);
    }

    void done(UnitOfWork.SubjectAnnouncements unit, Change<T> done) {
        afterwards.forEach(step -> step.accept(done));
        about(unit, done, announcements -> notifier.notify(done, announcements));
    }

    private void about(UnitOfWork.SubjectAnnouncements unit, Change<T> done, Consumer<Announcements> announces) {
        T row = done.value();
        unit.about(resource.name() + "/" + resource.keyOf(row), resource.tenantOf(row), announces);
    }
}
