package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.Constraints;
import dev.dovetail.validation.InputValidator;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_NANOS = 5_000_000;

    private final Resource<T, K> resource;
    private final Dao<T, K> dao;
    private final UnitOfWork unitOfWork;
    private final CrudSteps<T, K> steps;
    private final ValidationGroup<T> validation;
    private final BulkOperations<T, K> bulk;

    private CRUDService(Builder<T, K> builder) {
        this.resource = builder.dao.resource();
        this.dao = builder.dao;
        this.unitOfWork = builder.unitOfWork;
        this.steps = new CrudSteps<>(builder);
        this.validation = builder.validation;
        this.bulk = new BulkOperations<>(steps, dao, validation);
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
        return steps.input();
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
        boolean joins = unitOfWork.running();
        if (!joins) {
            steps.refuseFaults(
                    row); // before a unit of work begins, which would be rolled back and in memory keeps others waiting
        }
        return unitOfWork.call(call, unit -> {
            if (joins) {
                steps.refuseFaults(row); // within, since a failure dooms the unit
            }
            Change<T> change = steps.creation(call, row);
            validation.check(change);
            steps.refuseOutside(call, change.value());
            T created = steps.toWriteLast(unit).create(change.value());
            steps.done(unit, Change.create(call, created));
            return created;
        });
    }

    /**
     * Returns an object as {@link #create} would store it, owned and prepared; checks and stores nothing. Call it
     * within a unit of work, since preparing may write.
     */
    public T prepared(CallContext call, T row) {
        return steps.creation(call, row).value();
    }

    /**
     * Creates several objects in one unit of work: all or none, by batches of statements.
     *
     * <p>All input is checked before any rule runs, and all rules before anything is written: a rule does not see the
     * other objects unless it overrides {@link dev.dovetail.validation.Rule#checkAll}, as the one of unique values
     * does.
     *
     * @param rows as for {@link #create}; may be empty
     * @return the objects as stored, in the same order
     * @throws DovetailException with everything that is wrong with them; the path of each violation begins with the
     *     index of the object
     */
    public List<T> createAll(CallContext call, List<T> rows) {
        return unitOfWork.call(call, unit -> bulk.createAll(call, unit, rows));
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
            T before = dao.lock(key)
                    .filter(row -> resource.visible(call.scope(), row))
                    .orElseThrow(() -> resource.notFound(key).toException());
            Change<T> change = steps.edit(call, before, edit);
            validation.check(change);
            steps.refuseOutside(call, change.value());
            T after = change.value().equals(before)
                    ? before
                    : steps.toWriteLast(unit).update(before, change.value());
            steps.done(unit, Change.edit(call, before, after, edit.given()));
            return after;
        });
    }

    /** Edits an object to be like this record; the record's key says which, its version is the one expected. */
    public T edit(CallContext call, T row) {
        return edit(call, resource.keyOf(row), Edit.whole(resource, row));
    }

    /**
     * Applies a function to the stored object and saves the result; retries if a concurrent edit won, at most {@value
     * #ATTEMPTS} times, with a pause of some milliseconds between.
     *
     * <p>The function runs outside of a unit of work, so it may take its time; it must have no effects of its own.
     *
     * @param change returns the record wanted; its version is ignored
     * @return the object as stored
     * @throws IllegalArgumentException if the resource has no version, by which to tell
     * @throws IllegalStateException within a unit of work, which would see the same object each time
     * @throws DovetailException as {@link #edit(CallContext, Object, Edit)}; of kind STALE_VERSION when every attempt
     *     was stale
     */
    public T editRetrying(CallContext call, K key, UnaryOperator<T> change) {
        if (unitOfWork.running()) {
            throw new IllegalStateException("a unit of work is running on this thread; call edit within it");
        }
        for (int attempt = 1; ; attempt++) {
            T before = get(call, key);
            Edit<T> edit = Edit.whole(resource, change.apply(before)).expecting(steps.version(before));
            try {
                return edit(call, key, edit);
            } catch (DovetailException e) {
                if (e.kind() != ErrorKind.STALE_VERSION || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS * attempt));
        }
    }

    /**
     * Edits several objects in one unit of work: all or none, by batches of statements. They are checked as by
     * {@link #createAll}.
     *
     * @param edits by key; in the order in which they are done and told; may be empty
     * @return the objects as stored, in the same order
     * @throws DovetailException with everything that is wrong with them; the path of each violation begins with the
     *     index of the edit
     */
    public List<T> editAll(CallContext call, Map<K, Edit<T>> edits) {
        return unitOfWork.call(call, unit -> bulk.editAll(call, unit, edits));
    }

    /**
     * Deletes an object.
     *
     * @throws DovetailException of kind NOT_FOUND if there is none in scope, or with what stands in the way
     */
    public void delete(CallContext call, K key) {
        unitOfWork.call(call, unit -> {
            T before = dao.lock(key)
                    .filter(row -> resource.visible(call.scope(), row))
                    .orElseThrow(() -> resource.notFound(key).toException());
            Change<T> change = Change.delete(call, before);
            validation.check(change);
            Announced announced = steps.deleting(change);
            steps.toWriteLast(unit).delete(key);
            steps.deleted(unit, change, announced);
            return Boolean.TRUE;
        });
    }

    /**
     * Deletes several objects in one unit of work: all or none, by batches of statements. They are checked as by
     * {@link #createAll}.
     *
     * @param keys each once; may be empty
     * @throws DovetailException with what stands in the way; the path of each violation begins with the index of the
     *     key
     */
    public void deleteAll(CallContext call, Collection<K> keys) {
        unitOfWork.call(call, unit -> {
            bulk.deleteAll(call, unit, List.copyOf(keys));
            return Boolean.TRUE;
        });
    }

    /**
     * Collects the collaborators of a service. Not thread-safe.
     *
     * @param <T> the model record
     * @param <K> the key
     */
    public static final class Builder<T extends Record, K> {
        final Dao<T, K> dao;
        final UnitOfWork unitOfWork;
        Constraints constraints = Constraints.byProvider();
        ValidationGroup<T> validation = ValidationGroup.none();
        Function<Change<T>, T> preparation = Change::value;
        Notifier<Change<T>> notifier = Notifier.none();
        final List<Consumer<Change<T>>> beforeDelete = new ArrayList<>();
        final List<Consumer<Change<T>>> afterwards = new ArrayList<>();

        private Builder(Dao<T, K> dao, UnitOfWork unitOfWork) {
            this.dao = dao;
            this.unitOfWork = unitOfWork;
        }

        /** Sets what checks the constraints on the record; the provider on the class path unless called. */
        public Builder<T, K> constraints(Constraints checked) {
            this.constraints = checked;
            return this;
        }

        /** Sets the business rules; none unless called. */
        public Builder<T, K> validation(ValidationGroup<T> group) {
            this.validation = group;
            return this;
        }

        /**
         * Sets what is computed once the input has been checked and before the rules run, such as names made from
         * others, times, numbers drawn: it returns the object to validate and store. Nothing unless called.
         */
        public Builder<T, K> preparation(Function<Change<T>, T> computes) {
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
