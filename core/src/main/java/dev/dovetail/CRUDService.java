package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.Announcements;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.InputValidator;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gets, creates, edits and deletes the objects of one resource.
 *
 * <p>Every call is confined to the scope of its context: an object outside of it is not found. Each writing call is one
 * unit of work, or joins the one that is running; its events and commands go out after the commit. Thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class CRUDService<T extends Record, K> {
    private final Resource<T, K> resource;
    private final Dao<T, K> dao;
    private final UnitOfWork unitOfWork;
    private final InputValidator<T> input;
    private final ValidationGroup<T> validation;
    private final Preparation<T> preparation;
    private final Notifier<Change<T>> notifier;
    private final List<Consumer<Change<T>>> beforeDelete;
    private final List<Consumer<Change<T>>> afterwards;

    private CRUDService(Builder<T, K> builder) {
        this.resource = builder.dao.resource();
        this.dao = builder.dao;
        this.unitOfWork = builder.unitOfWork;
        this.input = InputValidator.of(resource);
        this.validation = builder.validation;
        this.preparation = builder.preparation;
        this.notifier = builder.notifier;
        this.beforeDelete = List.copyOf(builder.beforeDelete);
        this.afterwards = List.copyOf(builder.afterwards);
    }

    /** Starts a service over a DAO; the unit of work must be over the DAO's store. */
    public static <T extends Record, K> Builder<T, K> builder(Dao<T, K> dao, UnitOfWork unitOfWork) {
        return new Builder<>(dao, unitOfWork);
    }

    /** Returns the description of the resource. */
    public Resource<T, K> resource() {
        return resource;
    }

    /** Returns what checks the input of this service. */
    public InputValidator<T> input() {
        return input;
    }

    /** Returns the page of objects that a search asks for. */
    public Page<T> search(CallContext call, Search<T> search) {
        Criterion<T> inScope = inScope(call);
        return dao.search(inScope == null ? search : search.and(inScope));
    }

    private @Nullable Criterion<T> inScope(CallContext call) {
        Column<T, ?> tenant = resource.tenant().orElse(null);
        if (tenant == null || call.scope().isAll()) {
            return null;
        }
        Criterion<T> seen = new Criterion.In<>(tenant, call.scope().visible());
        return tenant.nullable() ? Criterion.either(List.of(seen, Criterion.isNull(tenant))) : seen;
    }

    /**
     * Returns an object.
     *
     * @throws DovetailException of kind NOT_FOUND if there is none in scope
     */
    public T get(CallContext call, K key) {
        return find(call, key).orElseThrow(() -> resource.notFound(key).toException());
    }

    /** Returns an object, if there is one in scope. */
    public Optional<T> find(CallContext call, K key) {
        return dao.find(key).filter(row -> resource.visible(call.scope(), row));
    }

    /** Returns the objects in scope that have one of these keys, in no particular order. */
    public List<T> findAll(CallContext call, Collection<K> keys) {
        return dao.findAll(keys).stream()
                .filter(row -> resource.visible(call.scope(), row))
                .toList();
    }

    /** Returns the object in scope that matches, the one with the lowest key if there are several. */
    public Optional<T> findBy(CallContext call, Criterion<T> criterion) {
        Criterion<T> inScope = inScope(call);
        return dao.findBy(inScope == null ? criterion : criterion.and(inScope));
    }

    /**
     * Returns the object in scope that matches.
     *
     * @throws DovetailException of kind NOT_FOUND if there is none
     */
    public T getBy(CallContext call, Criterion<T> criterion) {
        return findBy(call, criterion)
                .orElseThrow(() -> Errors.notFound(resource.name(), Details.of("criterion", criterion.toString()))
                        .toException());
    }

    /**
     * Creates an object.
     *
     * @param row with the key null or 0 if the store assigns it, and the tenant null to get the scope's own
     * @return the object as stored
     * @throws DovetailException with everything that is wrong with it
     */
    public T create(CallContext call, T row) {
        return unitOfWork.call(call, unit -> {
            throwIfAny(input.check(row));
            Change<T> change = Change.create(call, preparation.prepare(call, null, owned(call, row)));
            validation.check(change);
            refuseOutside(call, change.value());
            T created = dao.create(change.value());
            done(unit, Change.create(call, created));
            return created;
        });
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

    private void refuseOutside(CallContext call, T row) {
        if (!resource.visible(call.scope(), row)) {
            throw Errors.notPermitted(
                            resource.name(), "The object would be outside the scope of the call.", Details.none())
                    .toException();
        }
    }

    /**
     * Edits an object: the columns given get new values, the others keep theirs.
     *
     * @return the object as stored
     * @throws DovetailException of kind NOT_FOUND if there is none in scope, STALE_VERSION if the edit expects another
     *     version, or with everything that is wrong with it
     */
    public T edit(CallContext call, K key, Edit<T> edit) {
        return unitOfWork.call(call, unit -> {
            T before = lock(call, key);
            refuseStale(before, edit);
            T edited = edit.applyTo(before);
            throwIfAny(input.check(edited, edit));
            T draft = preparation.prepare(call, before, edited);
            refuseOtherKey(key, draft);
            Change<T> change = Change.edit(call, before, draft, edit.given());
            validation.check(change);
            refuseOutside(call, draft);
            T after = draft.equals(before) ? before : dao.update(before, draft);
            done(unit, Change.edit(call, before, after, edit.given()));
            return after;
        });
    }

    /** Edits an object to be like this record; the record's key says which, its version is the one expected. */
    public T edit(CallContext call, T row) {
        return edit(call, resource.keyOf(row), Edit.whole(resource, row));
    }

    private T lock(CallContext call, K key) {
        return dao.lock(key)
                .filter(row -> resource.visible(call.scope(), row))
                .orElseThrow(() -> resource.notFound(key).toException());
    }

    private void refuseStale(T before, Edit<T> edit) {
        Object expected = edit.expected();
        Column<T, ?> version = resource.version().orElse(null);
        if (expected == null || version == null) {
            return;
        }
        Number stored = (Number) java.util.Objects.requireNonNull(version.get(before));
        if (((Number) expected).longValue() != stored.longValue()) {
            throw Errors.staleVersion(resource.name(), expected, stored).toException();
        }
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

    /**
     * Deletes an object.
     *
     * @throws DovetailException of kind NOT_FOUND if there is none in scope, or with what stands in the way
     */
    public void delete(CallContext call, K key) {
        unitOfWork.call(call, unit -> {
            Change<T> change = Change.delete(call, lock(call, key));
            validation.check(change);
            Announced announced = new Announced();
            notifier.notify(change, announced);
            beforeDelete.forEach(guard -> guard.accept(change));
            dao.delete(key);
            afterwards.forEach(step -> step.accept(change));
            unit.about(subject(change), announced::replay);
            return Boolean.TRUE;
        });
    }

    private void done(UnitOfWork.SubjectAnnouncements unit, Change<T> done) {
        afterwards.forEach(step -> step.accept(done));
        unit.about(subject(done), announcements -> notifier.notify(done, announcements));
    }

    private String subject(Change<T> done) {
        return resource.name() + "/" + resource.keyOf(done.value());
    }

    /** Keeps what is to be announced of an object that is about to go, while what it is linked to can still be seen. */
    private static final class Announced implements Announcements {
        private final List<Consumer<Announcements>> kept = new ArrayList<>();

        @Override
        public void announce(Event event) {
            kept.add(announcements -> announcements.announce(event));
        }

        @Override
        public void command(Command command) {
            kept.add(announcements -> announcements.command(command));
        }

        void replay(Announcements announcements) {
            kept.forEach(each -> each.accept(announcements));
        }
    }

    private static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new DovetailException(violations);
        }
    }

    /**
     * Collects the collaborators of a service. Not thread-safe.
     *
     * @param <T> the model record
     * @param <K> the key
     */
    public static final class Builder<T extends Record, K> {
        private final Dao<T, K> dao;
        private final UnitOfWork unitOfWork;
        private ValidationGroup<T> validation = ValidationGroup.none();
        private Preparation<T> preparation = Preparation.none();
        private Notifier<Change<T>> notifier = Notifier.none();
        private final List<Consumer<Change<T>>> beforeDelete = new ArrayList<>();
        private final List<Consumer<Change<T>>> afterwards = new ArrayList<>();

        private Builder(Dao<T, K> dao, UnitOfWork unitOfWork) {
            this.dao = dao;
            this.unitOfWork = unitOfWork;
        }

        /** Sets the business rules; none unless called. */
        public Builder<T, K> validation(ValidationGroup<T> group) {
            this.validation = group;
            return this;
        }

        /** Sets what is computed before validation; nothing unless called. */
        public Builder<T, K> preparation(Preparation<T> computes) {
            this.preparation = computes;
            return this;
        }

        /** Sets what is announced; nothing unless called. */
        public Builder<T, K> notifier(Notifier<Change<T>> announces) {
            this.notifier = announces;
            return this;
        }

        /** Adds something to do before a deletion, once its rules have passed: refuse it, or undo links. */
        public Builder<T, K> beforeDelete(Consumer<Change<T>> action) {
            beforeDelete.add(action);
            return this;
        }

        /** Adds something to do after the data has been written and before that is announced. */
        public Builder<T, K> afterwards(Consumer<Change<T>> action) {
            afterwards.add(action);
            return this;
        }

        /** Returns the service. */
        public CRUDService<T, K> build() {
            return new CRUDService<>(this);
        }
    }
}
